// The Placement page with ten thousand backends: how long is the longest turn of the event loop while figures of
// backends change, while the table is sorted and while it is filtered, scrolling all the time? The yardstick is the
// same page while nothing happens.
#include "app/composition/compose.h"
#include "app/composition/local_services.h"
#include "core/engine/engine.h"
#include "core/engine/engine_host.h"
#include "tests/support/scripted_prompter.h"
#include "tests/ui/bench/turns.h"
#include "ui/models/backend_model.h"
#include "ui/shell/main_window.h"
#include "ui/shell/services.h"
#include "ui/theme/appearance.h"
#include "ui/widgets/data_table.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QLineEdit>
#include <QScrollBar>
#include <QTemporaryDir>

#include <algorithm>
#include <array>
#include <chrono>
#include <condition_variable>
#include <cstdio>
#include <functional>
#include <mutex>

using namespace greenward;
using bench::kFrameMs;
using bench::Turns;

namespace {

constexpr int kBackends = 10'000;
constexpr qint64 kMeasuredMs = 4'000;
constexpr std::array kRegions{"SE", "NO", "DE", "FR", "PL", "GB", "ES", "IE", "US", "JP"};

BackendSpec backend(int number)
{
    BackendSpec spec{.id = *BackendId::parse("site-" + std::to_string(number)),
                     .region = *RegionName::parse(kRegions.at(static_cast<std::size_t>(number) % kRegions.size()))};
    spec.pue = Pue::fromMillionths(1'050'000 + number % 700 * 1'000);
    spec.renewable = Percent::fromMillionths(number % 101 * 1'000'000);
    spec.source = "benchmark";
    return spec;
}

/// Holds the pace of frames.
void pace(double ms)
{
    std::mutex mutex;
    std::unique_lock lock(mutex);
    std::condition_variable never;
    never.wait_for(lock, std::chrono::microseconds{static_cast<std::int64_t>(ms * 1e3)}, [] { return false; });
}

/// One frame each 16 ms: what `happens` in the frame of this number, everything that waits, a scroll step, the repaint.
Turns scrolled(ui::DataTable &table, const std::function<void(int)> &happens = {})
{
    Turns turns;
    QElapsedTimer whole;
    whole.start();
    int step = 5;
    for (int frame = 0; whole.elapsed() < kMeasuredMs; ++frame) {
        QElapsedTimer turn;
        turn.start();
        if (happens) happens(frame);
        QScrollBar *bar = table.verticalScrollBar();
        if (bar->value() + step > bar->maximum() || bar->value() + step < 0) step = -step;
        bar->setValue(bar->value() + step);
        QApplication::processEvents();
        const double ms = static_cast<double>(turn.nsecsElapsed()) / 1e6;
        turns.ms.push_back(ms);
        if (ms < kFrameMs) pace(kFrameMs - ms);
    }
    return turns;
}

void print(const char *what, Turns turns)
{
    std::printf("%-34s %5zu turns   median %5.2f ms   99 %% %6.2f ms   longest %6.2f ms   over 16 ms %4.1f %%\n", what,
                turns.ms.size(), turns.at(0.5), turns.at(0.99), turns.at(1), turns.late());
}

} // namespace

int main(int argc, char **argv)
{
    QApplication application(argc, argv);
    const QTemporaryDir directory;
    auto host = app::openEngine(
        {.directory = directory.filePath(QStringLiteral("data")).toStdString(), .program = "bench_placement_page"});
    if (!host) {
        std::fprintf(stderr, "%s\n", host.error().detail.c_str());
        return 1;
    }
    const Actor actor = *Actor::parse("bench");
    (*host)->ask([&actor](engine::Engine &engine) {
        engine::ImportBackends import{.specs = {}, .source = "bench"};
        for (int i = 0; i < kBackends; ++i)
            import.specs.push_back(backend(i));
        return bool(engine.apply(import, actor));
    });

    const auto clock = app::makeSystemClock();
    ui::Appearance appearance;
    tests::ScriptedPrompter prompter;
    const ui::Services services;
    ui::MainWindow window({appearance, prompter, services, *clock});
    window.resize(1440, 900);
    window.show();
    window.openSession(*std::move(host), actor, directory.path(), false);
    QElapsedTimer opening;
    opening.start();
    window.open(ui::PageId::Placement);
    auto *table = window.currentPage()->findChild<ui::DataTable *>(QStringLiteral("backendsTable"));
    while (table->rowModel()->totalRows() < kBackends)
        QApplication::processEvents(QEventLoop::WaitForMoreEvents);
    std::printf("Placement page, %d backends, 1440x900, scrolling all the time; first rows after %lld ms\n", kBackends,
                static_cast<long long>(opening.elapsed()));
    (void)scrolled(*table);
    print("nothing else happens", scrolled(*table));
    print("a backend changes 2 times a second", scrolled(*table, [&](int frame) {
              if (frame % 30 != 0) return;
              BackendSpec spec = backend(frame);
              spec.pue = Pue::fromMillionths(1'200'000 + frame * 1'000);
              window.client()->submit(engine::UpdateBackend{spec}, &window);
          }));
    constexpr std::array kSorted{ui::BackendModel::Column::Name, ui::BackendModel::Column::PerTerabyte,
                                 ui::BackendModel::Column::Pue, ui::BackendModel::Column::Score};
    print("sorted once a second", scrolled(*table, [&](int frame) {
              const auto column = static_cast<int>(kSorted.at(static_cast<std::size_t>(frame / 60) % kSorted.size()));
              if (frame % 60 == 0)
                  table->model()->sort(column, frame % 120 == 0 ? Qt::AscendingOrder : Qt::DescendingOrder);
          }));
    print("filtered once a second", scrolled(*table, [&](int frame) {
              if (frame % 60 == 0) table->rowModel()->setFilter(frame % 120 == 0 ? QStringLiteral("7 se") : QString());
          }));
    return 0;
}
