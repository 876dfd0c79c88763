#pragma once

#include "core/engine/rows.h"
#include "ui/models/cells.h"
#include "ui/models/row_model.h"
#include "ui/models/score_parts.h"

#include <map>
#include <optional>
#include <string>

namespace greenward::ui {

/// A row per backend, connected or profile: its score with parts, what physically counts, and what lies there.
/// Key: backend id. Answers ScorePartsRole in the score's column.
class BackendModel final : public RowModel<engine::BackendRow>
{
    Q_OBJECT

public:
    enum class Column {
        Name,
        Kind,
        Region,
        Score,
        PerTerabyte,
        Intensity,
        Renewable,
        ShareBasis,
        Pue,
        Wue,
        Medium,
        Copies,
        Country,
        Price,
        Latency,
        Objects,
        Size,
        Scanned,
        Location
    };
    static constexpr int ScorePartsRole = Qt::UserRole + 40;

    explicit BackendModel(QObject *parent = nullptr);
    /// For "scanned 12 min ago": set before merge().
    void setNow(Instant now) { m_now = now; }
    /// Country of each region, by its name: where data lies that names no residency.
    void setCountries(std::map<std::string, std::string> byRegion) { m_countries = std::move(byRegion); }
    /// ISO 3166-1 alpha-2 where the data lies; empty: not known.
    const std::string &countryOf(const BackendSpec &spec) const;

protected:
    QString keyOf(const engine::BackendRow &row) const override;
    bool sameKey(const engine::BackendRow &a, const engine::BackendRow &b) const override;
    bool same(const engine::BackendRow &a, const engine::BackendRow &b) const override;
    /// Name, region, country, state, medium and source: what people look for, and quick for ten thousand rows.
    QString searchText(std::size_t at) const override;
    QVariant value(const engine::BackendRow &row, int column, int role) const override;

private:
    Cell cellOf(const engine::BackendRow &row, Column column) const;
    /// Of the columns with numbers, without making their texts: ten thousand rows are sorted within a frame.
    static std::optional<QVariant> sortNumber(const engine::BackendRow &row, Column column);
    Cell countryCell(const BackendSpec &spec) const;

    Instant m_now;
    std::map<std::string, std::string> m_countries;
};

} // namespace greenward::ui
