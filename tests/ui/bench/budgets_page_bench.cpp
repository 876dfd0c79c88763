// The Budgets page with ten thousand tenants while a hundred thousand usage records a second come in: how long is the
// longest turn of the event loop, scrolling all the time? The yardstick is the same page without any usage.
#include "app/composition/compose.h"
#include "app/composition/local_services.h"
#include "core/budget/ledger.h"
#include "core/engine/engine.h"
#include "core/engine/engine_host.h"
#include "tests/support/scripted_prompter.h"
#include "tests/ui/bench/turns.h"
#include "ui/models/row_model_base.h"
#include "ui/shell/main_window.h"
#include "ui/shell/services.h"
#include "ui/theme/appearance.h"
#include "ui/widgets/data_table.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QScrollBar>
#include <QTemporaryDir>

#include <algorithm>
#include <chrono>
#include <condition_variable>
#include <cstdio>
#include <mutex>
#include <thread>

using namespace greenward;
using bench::kFrameMs;
using bench::Turns;

namespace {

constexpr int kTenants = 10'000;
constexpr int kEventsPerSecond = 100'000;
constexpr qint64 kMeasuredMs = 6'000;
constexpr qint64 kOpeningMs = 1'000; ///< the page's first layout and first look at a tenant are not scrolling

TenantId tenant(int number)
{
    return *TenantId::parse("tenant-" + std::to_string(number));
}

/// Holds a pace: returns at `next`, or when told to stop.
void pace(std::chrono::steady_clock::time_point next, const std::stop_token &stop = {})
{
    std::mutex mutex;
    std::unique_lock lock(mutex);
    std::condition_variable_any never;
    never.wait_until(lock, stop, next, [] { return false; });
}

/// One frame each 16 ms: everything that waits, a scroll step, and the repaint.
Turns scrolled(ui::DataTable &table, qint64 lastingMs = kMeasuredMs)
{
    Turns turns;
    QElapsedTimer whole;
    whole.start();
    int step = 5;
    while (whole.elapsed() < lastingMs) {
        QElapsedTimer turn;
        turn.start();
        QScrollBar *bar = table.verticalScrollBar();
        if (bar->value() + step > bar->maximum() || bar->value() + step < 0) step = -step;
        bar->setValue(bar->value() + step);
        QApplication::processEvents();
        const double ms = static_cast<double>(turn.nsecsElapsed()) / 1e6;
        turns.ms.push_back(ms);
        if (ms < kFrameMs)
            pace(std::chrono::steady_clock::now() +
                 std::chrono::microseconds{static_cast<std::int64_t>((kFrameMs - ms) * 1e3)});
    }
    return turns;
}

void print(const char *what, Turns turns)
{
    std::printf("%-34s %6zu turns   median %5.2f ms   99 %% %5.2f ms   longest %6.2f ms   over 16 ms %4.1f %%\n", what,
                turns.ms.size(), turns.at(0.5), turns.at(0.99), turns.at(1), turns.late());
}

/// Records at an even pace until told to stop; says how many came in each second.
class Storm final
{
public:
    explicit Storm(budget::Ledger &ledger)
        : m_ledger(ledger)
        , m_tenants(ledger.tenants())
        , m_thread([this](const std::stop_token &stop) { run(stop); })
    {}
    double perSecond() const { return static_cast<double>(m_count) / m_seconds; }
    void end()
    {
        m_thread.request_stop();
        m_thread.join();
    }

private:
    void run(const std::stop_token &stop)
    {
        constexpr auto kTick = std::chrono::milliseconds{5};
        constexpr int kEach = kEventsPerSecond / 200;
        const auto clock = app::makeSystemClock();
        const auto begin = std::chrono::steady_clock::now();
        auto next = begin;
        std::size_t at = 0;
        while (!stop.stop_requested()) {
            const Instant now = clock->now();
            for (int i = 0; i < kEach; ++i, at += 7)
                if (m_ledger.addMeasured(m_tenants[at % m_tenants.size()],
                                         {now, GramsCO2e::fromMicrograms(1'000), "bench"}))
                    ++m_count;
            next += kTick;
            pace(next, stop);
        }
        m_seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count();
    }

    budget::Ledger &m_ledger;
    std::vector<budget::Ledger::Tenant> m_tenants;
    std::uint64_t m_count = 0;
    double m_seconds = 1;
    std::jthread m_thread;
};

} // namespace

int main(int argc, char **argv)
{
    QApplication application(argc, argv);
    const QTemporaryDir directory;
    auto host = app::openEngine(
        {.directory = directory.filePath(QStringLiteral("data")).toStdString(), .program = "bench_budgets_page"});
    if (!host) {
        std::fprintf(stderr, "%s\n", host.error().detail.c_str());
        return 1;
    }
    budget::Ledger *ledger = (*host)->ask([](engine::Engine &engine) {
        const Actor actor = *Actor::parse("bench");
        for (int i = 0; i < kTenants; ++i)
            (void)engine.apply(engine::SetBudget{.tenant = tenant(i), .limit = GramsCO2e::fromGrams(1 + i % 50)},
                               actor);
        return &engine.ledger();
    });

    const auto clock = app::makeSystemClock();
    ui::Appearance appearance;
    tests::ScriptedPrompter prompter;
    const ui::Services services;
    ui::MainWindow window({appearance, prompter, services, *clock});
    window.resize(1440, 900);
    window.show();
    window.openSession(*std::move(host), *Actor::parse("bench"), directory.path(), false);
    window.open(ui::PageId::Budgets);
    auto *table = window.currentPage()->findChild<ui::DataTable *>(QStringLiteral("budgetsTable"));
    while (table->rowModel()->totalRows() < kTenants)
        QApplication::processEvents(QEventLoop::WaitForMoreEvents);

    std::printf("Budgets page, %d tenants, 1440x900, scrolling all the time\n", kTenants);
    (void)scrolled(*table, kOpeningMs);
    print("nothing else happens", scrolled(*table));
    Storm storm(*ledger);
    Turns turns = scrolled(*table);
    storm.end();
    char what[64];
    std::snprintf(what, sizeof what, "%.0f usage records a second", storm.perSecond());
    print(what, std::move(turns));
    return 0;
}
