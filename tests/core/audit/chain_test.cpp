#include "core/audit/chain.h"

#include "core/adapters/crypto/openssl_hasher.h"

#include <gtest/gtest.h>

namespace greenward::tests {
namespace {

using audit::ChainVerifier;

class Chain : public ::testing::Test
{
protected:
    Chain()
    {
        Sha256 head = audit::kGenesis;
        for (std::int64_t seq = 1; seq <= 6; ++seq) {
            const store::AuditEntry entry{Instant(milliseconds(1000 * seq)), "eve", "budget.set",
                                          "tenant " + std::to_string(seq), "{}"};
            head = audit::nextHash(head, seq, entry, *m_hasher);
            m_rows.push_back({seq, entry, head});
        }
        m_head = head;
    }
    /// What a walk over `rows` finds: nothing when all is well, else the complaint.
    std::string walk(const std::vector<store::AuditRow> &rows)
    {
        ChainVerifier chain(*m_hasher);
        for (const store::AuditRow &row : rows)
            if (const auto accepted = chain.accept(row); !accepted) return accepted.error().detail;
        const auto ended = chain.expectHead(6, m_head);
        return ended ? "" : ended.error().detail;
    }

    std::unique_ptr<Hasher> m_hasher = adapters::OpenSslHasherFactory().sha256();
    std::vector<store::AuditRow> m_rows;
    Sha256 m_head{};
};

TEST_F(Chain, acceptsWhatWasWritten)
{
    EXPECT_EQ(walk(m_rows), "");
}

TEST_F(Chain, canStartInTheMiddle)
{
    ChainVerifier chain(*m_hasher, 3, m_rows[2].hash);
    EXPECT_TRUE(chain.accept(m_rows[3]));
    EXPECT_EQ(chain.rows(), 4);
    ChainVerifier wrongStart(*m_hasher, 3, m_rows[1].hash);
    EXPECT_FALSE(wrongStart.accept(m_rows[3]));
    EXPECT_EQ(wrongStart.rows(), 3) << "it stays where it was";
}

TEST_F(Chain, findsAChangeOfEveryField)
{
    const std::vector<std::function<void(store::AuditRow &)>> edits{
        [](auto &row) { row.entry.at += milliseconds(1); }, [](auto &row) { row.entry.who = "Eve"; },
        [](auto &row) { row.entry.what += "x"; },           [](auto &row) { row.entry.subject.clear(); },
        [](auto &row) { row.entry.body = "{ }"; },          [](auto &row) { row.hash[31] ^= 1U; },
    };
    for (std::size_t i = 0; i < edits.size(); ++i) {
        auto rows = m_rows;
        edits[i](rows[3]);
        EXPECT_EQ(walk(rows), "row 4: its hash does not match its content") << "edit " << i;
    }
}

TEST_F(Chain, findsATextThatSlippedIntoItsNeighbour)
{
    auto rows = m_rows;
    rows[2].entry.who = "ev";
    rows[2].entry.what = "ebudget.set";
    EXPECT_EQ(walk(rows), "row 3: its hash does not match its content");
}

TEST_F(Chain, findsADeletedRow)
{
    auto rows = m_rows;
    rows.erase(rows.begin() + 2);
    EXPECT_EQ(walk(rows), "row 4: stands where row 3 must follow");
    for (std::size_t i = 2; i < rows.size(); ++i)
        --rows[i].seq; // hidden by counting anew
    EXPECT_EQ(walk(rows), "row 3: its hash does not match its content");
}

TEST_F(Chain, findsAnInsertedRow)
{
    auto rows = m_rows;
    rows.insert(rows.begin() + 2, rows[2]);
    EXPECT_EQ(walk(rows), "row 3: stands where row 4 must follow");
    // A forger who knows the format can make row 3 fit, but not row 4 after it.
    rows[2].entry.who = "forger";
    rows[2].hash = audit::nextHash(rows[1].hash, 3, rows[2].entry, *m_hasher);
    for (std::size_t i = 3; i < rows.size(); ++i)
        ++rows[i].seq;
    EXPECT_EQ(walk(rows), "row 4: its hash does not match its content");
}

TEST_F(Chain, findsReorderedRows)
{
    auto rows = m_rows;
    std::swap(rows[1], rows[2]);
    EXPECT_EQ(walk(rows), "row 3: stands where row 2 must follow");
    std::swap(rows[1].seq, rows[2].seq);
    EXPECT_EQ(walk(rows), "row 2: its hash does not match its content");
}

TEST_F(Chain, findsACutTailAndAnAddedOneByTheNotedHead)
{
    auto rows = m_rows;
    rows.resize(4);
    EXPECT_EQ(walk(rows), "row 5: rows 5 to 6 are missing");
    EXPECT_EQ(walk({}), "row 1: rows 1 to 6 are missing");
    rows = m_rows;
    store::AuditRow more{7, rows[5].entry, {}};
    more.hash = audit::nextHash(m_head, 7, more.entry, *m_hasher);
    rows.push_back(more);
    EXPECT_EQ(walk(rows), "row 7: was added past the noted end");
    rows = m_rows;
    rows[5].entry.who = "forger"; // the last row remade from scratch fits the chain, but not the noted head
    rows[5].hash = audit::nextHash(rows[4].hash, 6, rows[5].entry, *m_hasher);
    EXPECT_EQ(walk(rows), "row 6: is not the row that was noted as the last one");
}

} // namespace
} // namespace greenward::tests
