#pragma once

class QMainWindow;

namespace greenward::ui {

/// Size and place of the window across runs. Versioned; a place no longer on any screen is moved onto one.
void restoreWindow(QMainWindow &window);
void rememberWindow(const QMainWindow &window);
void forgetWindow();

} // namespace greenward::ui
