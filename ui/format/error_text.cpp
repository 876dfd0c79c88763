#include "ui/format/error_text.h"

#include "ui/format/quantities.h"

#include <QCoreApplication>

namespace greenward::ui::format {
namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("greenward::ui::format", text);
}

struct Words
{
    const char *what; ///< %1 the subject, %2 the detail
    const char *next;
};

Words wordsOf(ErrorCode code)
{
    switch (code) {
    case ErrorCode::InvalidInput:
        return {QT_TRANSLATE_NOOP("greenward::ui::format", "%1 cannot be accepted: %2"),
                QT_TRANSLATE_NOOP("greenward::ui::format", "Correct it and try again; nothing was changed.")};
    case ErrorCode::UnknownName:
        return {QT_TRANSLATE_NOOP("greenward::ui::format", "%1 is not known: %2"),
                QT_TRANSLATE_NOOP("greenward::ui::format", "Check the spelling; it may have been removed meanwhile.")};
    case ErrorCode::AlreadyExists:
        return {QT_TRANSLATE_NOOP("greenward::ui::format", "%1 exists already: %2"),
                QT_TRANSLATE_NOOP("greenward::ui::format", "Choose another name.")};
    case ErrorCode::Refused:
        return {QT_TRANSLATE_NOOP("greenward::ui::format", "%1 was refused: %2"),
                QT_TRANSLATE_NOOP("greenward::ui::format", "Nothing was changed.")};
    case ErrorCode::NotComparable:
        return {QT_TRANSLATE_NOOP("greenward::ui::format", "%1 cannot be compared: %2"),
                QT_TRANSLATE_NOOP("greenward::ui::format", "Choose figures of the same signal.")};
    case ErrorCode::Overflow:
        return {QT_TRANSLATE_NOOP("greenward::ui::format", "%1 is too large: %2"),
                QT_TRANSLATE_NOOP("greenward::ui::format", "Enter a smaller amount.")};
    case ErrorCode::Locked:
        return {QT_TRANSLATE_NOOP("greenward::ui::format", "%1 is in use: %2"),
                QT_TRANSLATE_NOOP("greenward::ui::format", "Close the other program, or open it read-only.")};
    case ErrorCode::ReadOnly:
        return {QT_TRANSLATE_NOOP("greenward::ui::format",
                                  "%1 was not changed, because the data directory is open read-only: %2"),
                QT_TRANSLATE_NOOP("greenward::ui::format", "Open it for writing to make changes.")};
    case ErrorCode::StoreDamaged:
        return {QT_TRANSLATE_NOOP("greenward::ui::format", "The stored state of %1 is damaged: %2"),
                QT_TRANSLATE_NOOP("greenward::ui::format",
                                  "It was kept aside, untouched. Restore a backup, or choose another data directory.")};
    case ErrorCode::StoreVersion:
        return {QT_TRANSLATE_NOOP("greenward::ui::format", "%1 was written by a newer Greenward: %2"),
                QT_TRANSLATE_NOOP("greenward::ui::format", "Update Greenward to open it.")};
    case ErrorCode::NotDurable:
        return {QT_TRANSLATE_NOOP("greenward::ui::format", "The disk did not confirm that %1 was written: %2"),
                QT_TRANSLATE_NOOP("greenward::ui::format", "Check the disk, then open the data directory again.")};
    case ErrorCode::NotFound:
        return {QT_TRANSLATE_NOOP("greenward::ui::format", "%1 was not found: %2"),
                QT_TRANSLATE_NOOP("greenward::ui::format", "Check that the directory or file exists and is mounted.")};
    case ErrorCode::NoPermission:
        return {QT_TRANSLATE_NOOP("greenward::ui::format", "No permission for %1: %2"),
                QT_TRANSLATE_NOOP("greenward::ui::format", "Grant access to the user Greenward runs as.")};
    case ErrorCode::NoSpace:
        return {QT_TRANSLATE_NOOP("greenward::ui::format", "No space left for %1: %2"),
                QT_TRANSLATE_NOOP("greenward::ui::format", "Free some space, then try again.")};
    case ErrorCode::SourceChanged:
        return {QT_TRANSLATE_NOOP("greenward::ui::format", "%1 changed meanwhile and was left alone: %2"),
                QT_TRANSLATE_NOOP("greenward::ui::format", "Scan again and plan anew.")};
    case ErrorCode::VerifyFailed:
        return {QT_TRANSLATE_NOOP("greenward::ui::format", "The copy of %1 is not identical and was discarded: %2"),
                QT_TRANSLATE_NOOP("greenward::ui::format",
                                  "The source is untouched. Check the target disk before trying again.")};
    case ErrorCode::Unsupported:
        return {QT_TRANSLATE_NOOP("greenward::ui::format", "%1 is of a kind that is not handled: %2"), ""};
    case ErrorCode::Cancelled:
        return {QT_TRANSLATE_NOOP("greenward::ui::format", "%1 was cancelled: %2"), ""};
    case ErrorCode::Busy:
        return {QT_TRANSLATE_NOOP("greenward::ui::format", "%1 has too much to do at the moment: %2"),
                QT_TRANSLATE_NOOP("greenward::ui::format", "Try again in a moment.")};
    case ErrorCode::Unreachable:
        return {QT_TRANSLATE_NOOP("greenward::ui::format", "%1 does not answer: %2"),
                QT_TRANSLATE_NOOP("greenward::ui::format", "Check the connection, then try again.")};
    case ErrorCode::BadReply:
        return {QT_TRANSLATE_NOOP("greenward::ui::format", "%1 gave an answer that cannot be right: %2"), ""};
    case ErrorCode::IoFailed:
        return {QT_TRANSLATE_NOOP("greenward::ui::format", "Reading or writing %1 failed: %2"),
                QT_TRANSLATE_NOOP("greenward::ui::format", "Check the disk, then try again.")};
    case ErrorCode::Internal:
        return {QT_TRANSLATE_NOOP("greenward::ui::format", "A fault in Greenward itself at %1: %2"),
                QT_TRANSLATE_NOOP("greenward::ui::format", "Please report it with Help > Copy diagnostics.")};
    }
    return {"%1: %2", ""};
}

} // namespace

ErrorWords errorWords(const Error &error)
{
    const Words words = wordsOf(error.code);
    QString what = tr(words.what).arg(plain(error.subject), plain(error.detail));
    if (!what.endsWith(QLatin1Char('.'))) what += QLatin1Char('.');
    return {what, *words.next ? tr(words.next) : QString()};
}

QString errorText(const Error &error)
{
    const ErrorWords words = errorWords(error);
    return words.next.isEmpty() ? words.what : words.what + QLatin1Char(' ') + words.next;
}

} // namespace greenward::ui::format
