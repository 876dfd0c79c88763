#include "tests/fuzz/targets.h"

#include "core/grid/signal_file.h"

namespace greenward::fuzz {

void signalFile(std::string_view bytes)
{
    const auto read = grid::readSignalFile(bytes);
    if (!read) {
        require(read.error().code == ErrorCode::InvalidInput);
        require(!read.error().subject.empty());
        return;
    }
    for (const grid::RecordedSeries &one : *read) {
        require(one.line > 0);
        require(one.series.signal == Signal::Average || one.series.signal == Signal::Marginal);
        for (const grid::SeriesPoint &point : one.series.points) {
            require(point.value.milligrams() >= 0);
            require(point.length.count() > 0);
            require(point.kind != grid::PointKind::Forecast || one.series.issuedAt <= point.from);
        }
    }
}

} // namespace greenward::fuzz
