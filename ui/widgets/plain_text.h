#pragma once

#include <QString>

class QLabel;
class QWidget;

// Names of tenants, backends, zones and what services say come from outside, and Qt takes what looks like HTML for
// HTML: a tenant called <img src=...> would draw over its neighbours and hide them from whoever reads. Whatever may be
// shown by a widget that guesses goes through here; tests/architecture knows these widgets.

namespace greenward::ui {

/// For setToolTip() and ToolTipRole: the text itself, however it looks.
QString plainTip(const QString &text);
/// For the titles, names and labels of Qt Charts, which are HTML always.
QString chartText(const QString &text);
/// A label that never guesses. The parent owns it.
QLabel *plainLabel(const QString &text = {}, QWidget *parent = nullptr);

} // namespace greenward::ui
