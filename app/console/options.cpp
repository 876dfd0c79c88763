#include "app/console/options.h"

#include "ui/theme/appearance.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QRegularExpression>

namespace greenward::console {
namespace {

constexpr int kWrongUsage = 2;
constexpr int kSmallest = 200;
constexpr int kLargest = 10'000;

std::optional<QSize> sizeFrom(const QString &text)
{
    static const QRegularExpression pattern(QStringLiteral("^(\\d{3,5})x(\\d{3,5})$"));
    const QRegularExpressionMatch match = pattern.match(text);
    if (!match.hasMatch()) return {};
    const QSize size(match.captured(1).toInt(), match.captured(2).toInt());
    const auto fits = [](int pixels) {
        return pixels >= kSmallest && pixels <= kLargest;
    };
    return fits(size.width()) && fits(size.height()) ? std::optional(size) : std::nullopt;
}

ParsedOptions wrong(const QString &what)
{
    return {{}, what, kWrongUsage};
}

} // namespace

ParsedOptions parseOptions(const QStringList &arguments)
{
    QCommandLineParser parser;
    parser.setApplicationDescription(
        QStringLiteral("Carbon budgets, placement, verified migration and reports for multi-tenant storage."));
    const QCommandLineOption help = parser.addHelpOption();
    const QCommandLineOption version = parser.addVersionOption();
    const QCommandLineOption directory(QStringLiteral("data-dir"), QStringLiteral("Open this data directory."),
                                       QStringLiteral("DIR"));
    const QCommandLineOption readOnly(QStringLiteral("read-only"), QStringLiteral("Change nothing."));
    const QCommandLineOption sample(QStringLiteral("sample"),
                                    QStringLiteral("Open the generated sample estate, apart from your own data."));
    const QCommandLineOption capture(QStringLiteral("capture"),
                                     QStringLiteral("Save a picture of every page into DIR and exit."),
                                     QStringLiteral("DIR"));
    const QCommandLineOption theme(QStringLiteral("theme"), QStringLiteral("light, dark or high-contrast."),
                                   QStringLiteral("NAME"));
    const QCommandLineOption size(QStringLiteral("size"), QStringLiteral("Size of the window, as 1280x800."),
                                  QStringLiteral("WxH"));
    parser.addOptions({directory, readOnly, sample, capture, theme, size});
    if (!parser.parse(arguments)) return wrong(parser.errorText());
    if (parser.isSet(help)) return {{}, parser.helpText(), 0};
    if (parser.isSet(version))
        return {{}, QStringLiteral("greenward %1").arg(QCoreApplication::applicationVersion()), 0};
    if (!parser.positionalArguments().isEmpty())
        return wrong(QStringLiteral("\"%1\" is not an option").arg(parser.positionalArguments().constFirst()));

    ParsedOptions parsed;
    Options &options = parsed.options;
    options.dataDirectory = parser.value(directory);
    options.readOnly = parser.isSet(readOnly);
    options.sample = parser.isSet(sample);
    options.captureDirectory = parser.value(capture);
    if (parser.isSet(directory) && options.dataDirectory.isEmpty()) return wrong(QStringLiteral("--data-dir is empty"));
    if (parser.isSet(capture) && options.captureDirectory.isEmpty()) return wrong(QStringLiteral("--capture is empty"));
    if (options.sample && parser.isSet(directory))
        return wrong(QStringLiteral("--sample has a data directory of its own: leave --data-dir out"));
    if (parser.isSet(theme)) {
        options.theme = ui::themeFromName(parser.value(theme));
        if (*options.theme == ui::Theme::System)
            return wrong(QStringLiteral("--theme \"%1\" is not light, dark or high-contrast").arg(parser.value(theme)));
    }
    if (parser.isSet(size)) {
        options.size = sizeFrom(parser.value(size));
        if (!options.size)
            return wrong(QStringLiteral("--size \"%1\" is not like 1280x800, from %2 to %3 each way")
                             .arg(parser.value(size))
                             .arg(kSmallest)
                             .arg(kLargest));
    }
    return parsed;
}

} // namespace greenward::console
