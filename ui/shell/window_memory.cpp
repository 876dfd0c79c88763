#include "ui/shell/window_memory.h"

#include <QGuiApplication>
#include <QMainWindow>
#include <QScreen>
#include <QSettings>

#include <algorithm>

namespace greenward::ui {
namespace {

constexpr int kVersion = 1;
const QString kGroup = QStringLiteral("window");
constexpr QSize kUsual{1280, 800};
constexpr QSize kSmallest{480, 360};

/// The part of `wanted` that fits on the screen nearest to it.
QRect onAScreen(QRect wanted)
{
    const QScreen *screen = QGuiApplication::screenAt(wanted.center());
    if (!screen) screen = QGuiApplication::primaryScreen();
    if (!screen) return wanted;
    const QRect room = screen->availableGeometry();
    wanted.setSize(wanted.size().expandedTo(kSmallest).boundedTo(room.size()));
    wanted.moveLeft(std::clamp(wanted.left(), room.left(), room.right() - wanted.width() + 1));
    wanted.moveTop(std::clamp(wanted.top(), room.top(), room.bottom() - wanted.height() + 1));
    return wanted;
}

} // namespace

void restoreWindow(QMainWindow &window)
{
    QSettings settings;
    settings.beginGroup(kGroup);
    const QRect kept = settings.value(QStringLiteral("version")).toInt() == kVersion
                           ? settings.value(QStringLiteral("place")).toRect()
                           : QRect();
    if (kept.isValid()) {
        window.setGeometry(onAScreen(kept));
        if (settings.value(QStringLiteral("maximised")).toBool()) window.setWindowState(Qt::WindowMaximized);
    } else {
        const QScreen *screen = QGuiApplication::primaryScreen();
        window.resize(screen ? kUsual.boundedTo(screen->availableGeometry().size()) : kUsual);
    }
}

void rememberWindow(const QMainWindow &window)
{
    QSettings settings;
    settings.beginGroup(kGroup);
    settings.setValue(QStringLiteral("version"), kVersion);
    settings.setValue(QStringLiteral("maximised"), window.isMaximized());
    settings.setValue(QStringLiteral("place"), window.isMaximized() ? window.normalGeometry() : window.geometry());
}

void forgetWindow()
{
    QSettings().remove(kGroup);
}

} // namespace greenward::ui
