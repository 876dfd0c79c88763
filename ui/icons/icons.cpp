#include "ui/icons/icons.h"

#include <QApplication>
#include <QDir>
#include <QFile>
#include <QIconEngine>
#include <QPainter>
#include <QPixmapCache>
#include <QSvgRenderer>

#include <optional>

namespace greenward::ui {
namespace {

const QString kRoot = QStringLiteral(":/greenward/icons/");

QByteArray svgOf(const QString &name)
{
    QFile file(kRoot + name + QStringLiteral(".svg"));
    if (file.open(QIODevice::ReadOnly)) return file.readAll();
    return QByteArrayLiteral("<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 24 24' fill='none' "
                             "stroke='currentColor'><path d='M4 4h16v16H4zM4 4l16 16M20 4L4 20'/></svg>");
}

/// Draws in the application's ink of the moment, so a theme switch needs no new icons.
class InkedIconEngine final : public QIconEngine
{
public:
    InkedIconEngine(QString name, std::optional<Tone> tone)
        : m_name(std::move(name))
        , m_tone(tone)
    {}

    void paint(QPainter *painter, const QRect &rect, QIcon::Mode mode, QIcon::State) override
    {
        const int side = qMin(rect.width(), rect.height());
        const QPoint corner = rect.center() - QPoint(side / 2, side / 2) + QPoint(1 - side % 2, 1 - side % 2);
        const qreal ratio = painter->device() ? painter->device()->devicePixelRatioF() : 1.0;
        painter->drawPixmap(QRect(corner, QSize(side, side)), iconPixmap(m_name, side, ink(mode), ratio));
    }
    QPixmap pixmap(const QSize &size, QIcon::Mode mode, QIcon::State state) override
    {
        return scaledPixmap(size, mode, state, 1.0);
    }
    QPixmap scaledPixmap(const QSize &size, QIcon::Mode mode, QIcon::State, qreal scale) override
    {
        // Asked in device pixels.
        const int side = qMin(size.width(), size.height());
        QPixmap pixmap = iconPixmap(m_name, side, ink(mode), 1.0);
        pixmap.setDevicePixelRatio(scale);
        return pixmap;
    }
    QIconEngine *clone() const override { return new InkedIconEngine(m_name, m_tone); }
    QString key() const override { return QStringLiteral("greenward-inked"); }
    bool isNull() override { return false; }

private:
    QColor ink(QIcon::Mode mode) const
    {
        const QPalette palette = QApplication::palette();
        switch (mode) {
        case QIcon::Disabled:
            return palette.color(QPalette::Disabled, QPalette::ButtonText);
        case QIcon::Selected:
            return palette.color(QPalette::HighlightedText);
        case QIcon::Normal:
        case QIcon::Active:
            break;
        }
        return m_tone ? toneInk(*m_tone, palette) : palette.color(QPalette::ButtonText);
    }

    QString m_name;
    std::optional<Tone> m_tone;
};

} // namespace

QIcon icon(const QString &name)
{
    return QIcon(new InkedIconEngine(name, {}));
}

QIcon icon(const QString &name, Tone tone)
{
    return QIcon(new InkedIconEngine(name, tone));
}

QString iconNameOf(Tone tone)
{
    switch (tone) {
    case Tone::Neutral:
    case Tone::Info:
        return QStringLiteral("info");
    case Tone::Good:
        return QStringLiteral("ok");
    case Tone::Warning:
        return QStringLiteral("warning");
    case Tone::Critical:
        return QStringLiteral("critical");
    case Tone::Faded:
        return QStringLiteral("stale");
    }
    return {};
}

QStringList iconNames()
{
    QStringList names = QDir(kRoot).entryList();
    for (QString &name : names)
        name.chop(4); // ".svg"
    return names;
}

QPixmap iconPixmap(const QString &name, int size, const QColor &ink, qreal devicePixelRatio)
{
    const int pixels = qMax(1, qRound(size * devicePixelRatio));
    const QString key = QStringLiteral("greenward/%1/%2/%3").arg(name, ink.name(QColor::HexArgb)).arg(pixels);
    QPixmap pixmap;
    if (!QPixmapCache::find(key, &pixmap)) {
        pixmap = QPixmap(pixels, pixels);
        pixmap.fill(Qt::transparent);
        QSvgRenderer renderer(svgOf(name).replace("currentColor", ink.name().toLatin1()));
        QPainter painter(&pixmap);
        painter.setRenderHint(QPainter::Antialiasing);
        renderer.render(&painter, QRectF(0, 0, pixels, pixels));
        painter.end();
        QPixmapCache::insert(key, pixmap);
    }
    pixmap.setDevicePixelRatio(devicePixelRatio);
    return pixmap;
}

} // namespace greenward::ui
