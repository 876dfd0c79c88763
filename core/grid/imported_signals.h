#pragma once

#include "core/grid/known_series.h"
#include "core/grid/provider.h"
#include "core/grid/source_kind.h"

namespace greenward::grid {

/// Recorded signals that were imported from files, as a source like any other: for closed networks. It asks nobody but
/// the store, where an import puts its series under this source's name.
class ImportedSignals final : public Provider
{
public:
    static const SourceKind &kind();
    /// All outlive this object.
    ImportedSignals(const SeriesStore &store, const KnownSeries &known, const Clock &clock)
        : m_store(store)
        , m_known(known)
        , m_clock(clock)
    {}

    std::string_view id() const override { return kind().id; }
    std::string_view name() const override { return kind().name; }
    bool canAnswer(Question question, Signal signal) const override;
    /// Nothing where nothing was imported.
    std::optional<std::string> zoneOf(const Place &place) const override;
    /// Cloud regions of one zone draw from one grid; a place without a zone goes by its own name.
    static std::string zoneName(const Place &place);
    /// Answers before it returns.
    void ask(const Want &want, Done done) override;
    void tick() override {}
    ProviderHealth health() const override;

private:
    Answer<Found> answer(const Want &want) const;

    const SeriesStore &m_store;
    const KnownSeries &m_known;
    const Clock &m_clock;
    std::uint64_t m_asked = 0;
};

} // namespace greenward::grid
