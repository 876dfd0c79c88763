# What nearly every file includes, parsed once for each set of compiler flags (docs/performance.md). Only headers of others:
# one of ours would have everything compiled again whenever it changes. Left out is what puts something into each file that
# sees it (<iostream>: a constructor) or costs those more that do not use it (nlohmann/json.hpp, CLI/CLI.hpp).
# Sources still include what they use: only the release preset has these, where a cold build counts.
set(GREENWARD_STANDARD_HEADERS
    <algorithm> <any> <array> <atomic> <cerrno> <charconv> <chrono> <clocale> <cmath> <compare> <condition_variable>
    <cstdint> <cstdio> <cstdlib> <cstring> <deque> <filesystem> <forward_list> <functional> <iomanip> <iterator>
    <limits> <map> <memory> <mutex> <numeric> <optional> <set> <span> <sstream> <stdexcept> <stop_token> <string>
    <string_view> <thread> <tuple> <unordered_map> <utility> <valarray> <variant> <vector>)
set(GREENWARD_QT_HEADERS
    <QAction> <QApplication> <QChart> <QChartView> <QCheckBox> <QColor> <QComboBox> <QCoreApplication> <QDateTime>
    <QDialog> <QDialogButtonBox> <QEvent> <QFormLayout> <QGridLayout> <QHBoxLayout> <QHeaderView> <QKeyEvent> <QLabel>
    <QLegend> <QLineEdit> <QLocale> <QMenu> <QObject> <QPainter> <QPainterPath> <QPen> <QPixmap> <QPointer> <QPushButton>
    <QRegularExpression> <QScrollArea> <QSet> <QSettings> <QSplitter> <QStackedWidget> <QString> <QStringList>
    <QStyledItemDelegate> <QTabWidget> <QTimer> <QToolButton> <QVBoxLayout> <QValueAxis> <QWidget>)

if(GREENWARD_PRECOMPILE)
    # A precompiled header is refused where flags differ, and Pango and Qt bring these along for those who use them.
    target_compile_options(greenward_flags INTERFACE -pthread -fPIC)
endif()

# greenward_precompile(TARGET HEADER...) or greenward_precompile(TARGET REUSE_FROM OTHER)
function(greenward_precompile target first)
    if(NOT GREENWARD_PRECOMPILE)
        return()
    elseif(first STREQUAL REUSE_FROM)
        target_precompile_headers(${target} REUSE_FROM ${ARGN})
    else()
        target_precompile_headers(${target} PRIVATE ${first} ${ARGN})
    endif()
endfunction()
