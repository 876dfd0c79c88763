#pragma once

class QWidget;

namespace greenward::ui {

/// The wheel over `field` scrolls what is around it; only a field with the focus takes it as a change of its value.
void guardFromWheel(QWidget *field);

} // namespace greenward::ui
