#include "app/ctl/command_groups.h"
#include "app/ctl/words.h"
#include "core/engine/json/rows_json.h"

#include <ostream>

namespace greenward::ctl {

namespace {

void printScores(const std::vector<engine::BackendRow> &rows, std::ostream &out)
{
    std::vector<GramsCO2e> amounts;
    for (const auto &row : rows)
        amounts.push_back(row.scored.perTerabyteMonth);
    const CarbonScale scale = CarbonScale::fitting(amounts);
    using enum Table::Align;
    Table table({{"BACKEND"},
                 {"SCORE", Right},
                 {"RENEWABLE/40", Right},
                 {"GRID/30", Right},
                 {"PUE/20", Right},
                 {"WATER/10", Right},
                 {std::string(scale.unit()) + "/TB-MONTH", Right},
                 {"G/KWH", Right},
                 {"INTENSITY FROM"}});
    for (const auto &row : rows) {
        const bus::GreenScore &score = row.scored.score;
        table.add({row.scored.spec.id.text(), scoreWords(score.total), scoreWords(score.renewable),
                   scoreWords(score.intensity), scoreWords(score.pue),
                   scoreWords(score.water) + (score.waterKnown ? "" : "?"), scale.number(row.scored.perTerabyteMonth),
                   row.scored.intensity.value.gramsText(), nameWords(originName(row.scored.intensity.origin))});
    }
    table.print(out);
    out << "The score ranks; it is no emission factor. A ? marks water that is not known and counts 5.\n";
}

Result<int> showScores(Session &session, const NoOptions &)
{
    CORE_TRY(const auto rows, session.ask([](engine::Engine &engine) { return engine.backends(); }));
    session.show(engine::toJson(rows), [&rows](std::ostream &out) { printScores(rows, out); });
    return kDone;
}

} // namespace

void addPlacementCommands(CLI::App &root, Chosen &chosen)
{
    CLI::App &group = addGroup(root, "placement", "Where data should lie, and why");
    addCommand<NoOptions>(
        group, chosen, "scores", "Green scores with their four parts, highest first", [](CLI::App &, NoOptions &) {},
        showScores);
}

} // namespace greenward::ctl
