#pragma once

#include "core/base/clock.h"
#include "core/storage/catalogue.h"
#include "core/storage/driver.h"
#include "core/storage/scan_row.h"

#include <functional>
#include <memory>
#include <mutex>
#include <thread>

namespace greenward::storage {

/// One scan of one backend into the catalogue, on a thread of its own from birth. Cancelled, failed or dropped, it
/// leaves a catalogue in which nothing was inferred to be gone. Owned and called by one thread; row() by any.
class Scanner final
{
public:
    /// `ended` is called once, on the scanning thread, after the last change of row(). References outlive this.
    Scanner(const BackendSpec &spec, std::shared_ptr<const Driver> driver, Catalogue &catalogue, const Clock &clock,
            std::function<void()> ended);
    /// Cancels and waits.
    ~Scanner() = default;
    Scanner(const Scanner &) = delete;
    Scanner &operator=(const Scanner &) = delete;

    void cancel() { m_thread.request_stop(); }
    ScanRow row() const;

private:
    class Sink;
    void run(const std::stop_token &stop);
    Result<MergeSummary> scan(const std::stop_token &stop);
    std::uint64_t knownObjects() const;
    void end(const Result<MergeSummary> &outcome);

    BackendSpec m_spec;
    std::shared_ptr<const Driver> m_driver;
    Catalogue &m_catalogue;
    const Clock &m_clock;
    std::function<void()> m_ended;
    std::chrono::nanoseconds m_begin;
    mutable std::mutex m_mutex;
    ScanRow m_row;         ///< under m_mutex
    std::jthread m_thread; ///< last: it uses all of the above
};

} // namespace greenward::storage
