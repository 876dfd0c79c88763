#include "ui/models/row_model.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

#include <random>

using namespace greenward::ui;

namespace {

struct Row
{
    QString key;
    int number = 0;
    bool known = true;
    friend bool operator==(const Row &, const Row &) = default;
};

class Model final : public RowModel<Row>
{
public:
    Model()
        : RowModel({{QStringLiteral("key"), QStringLiteral("Key"), {}, false, false},
                    {QStringLiteral("number"), QStringLiteral("Number"), {}, true, false}})
    {}

    QStringList shown() const
    {
        QStringList keys;
        for (int row = 0; row < rowCount(); ++row)
            keys << keyAt(row);
        return keys;
    }

protected:
    QString keyOf(const Row &row) const override { return row.key; }
    QVariant value(const Row &row, int column, int role) const override
    {
        if (role == SortRole && column == 1) return row.known ? QVariant(row.number) : QVariant();
        if (role == Qt::DisplayRole || role == SortRole) return column == 0 ? row.key : QString::number(row.number);
        return {};
    }
};

std::vector<Row> rows(std::initializer_list<std::pair<const char *, int>> list)
{
    std::vector<Row> made;
    for (const auto &[key, number] : list)
        made.push_back({QString::fromLatin1(key), number});
    return made;
}

} // namespace

class RowModelTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_model = std::make_unique<Model>();
        m_tester = std::make_unique<QAbstractItemModelTester>(m_model.get(),
                                                              QAbstractItemModelTester::FailureReportingMode::Fatal);
    }
    void cleanup()
    {
        m_tester.reset();
        m_model.reset();
    }

    void mergeAddsChangesAndRemovesWithoutReset();
    void unchangedRowsSayNothing();
    void persistentIndexesFollowTheirRows();
    void valuesChangeWhereTheyStand();
    void unknownValuesSortLastBothWays();
    void tiesKeepTheOrderOfTheSource();
    void namesSortAsPeopleCount();
    void filterNeedsEveryWord();
    void newRowsRespectTheFilter();
    void theLaterOfTwoTwinsWins();
    void randomMergesEndInTheTruth();

private:
    std::unique_ptr<Model> m_model;
    std::unique_ptr<QAbstractItemModelTester> m_tester;
};

void RowModelTest::mergeAddsChangesAndRemovesWithoutReset()
{
    QSignalSpy reset(m_model.get(), &QAbstractItemModel::modelReset);
    m_model->merge(rows({{"a", 1}, {"b", 2}, {"c", 3}, {"d", 4}}));
    m_model->merge(rows({{"b", 2}, {"d", 5}, {"e", 6}}));
    QCOMPARE(m_model->shown(), (QStringList{QStringLiteral("b"), QStringLiteral("d"), QStringLiteral("e")}));
    QCOMPARE(m_model->index(1, 1).data().toString(), QStringLiteral("5"));
    QCOMPARE(reset.count(), 0);
    QCOMPARE(m_model->find(QStringLiteral("a")), nullptr);
    QCOMPARE(m_model->find(QStringLiteral("e"))->number, 6);
}

void RowModelTest::unchangedRowsSayNothing()
{
    m_model->merge(rows({{"a", 1}, {"b", 2}, {"c", 3}}));
    QSignalSpy changed(m_model.get(), &QAbstractItemModel::dataChanged);
    m_model->merge(rows({{"a", 1}, {"b", 2}, {"c", 3}}));
    QCOMPARE(changed.count(), 0);
    m_model->merge(rows({{"a", 1}, {"b", 7}, {"c", 8}}));
    QCOMPARE(changed.count(), 1); // neighbours in one signal
    QCOMPARE(changed.first().at(0).toModelIndex().row(), 1);
    QCOMPARE(changed.first().at(1).toModelIndex().row(), 2);
}

void RowModelTest::persistentIndexesFollowTheirRows()
{
    m_model->merge(rows({{"a", 3}, {"b", 1}, {"c", 2}}));
    const QPersistentModelIndex c = m_model->index(2, 0);
    m_model->sort(1, Qt::AscendingOrder);
    QCOMPARE(c.data().toString(), QStringLiteral("c"));
    m_model->merge(rows({{"c", 2}, {"z", 0}}));
    QCOMPARE(c.data().toString(), QStringLiteral("c"));
    QCOMPARE(c.row(), 1);
    m_model->merge(rows({{"z", 0}}));
    QVERIFY(!c.isValid());
}

void RowModelTest::valuesChangeWhereTheyStand()
{
    m_model->merge(rows({{"a", 1}, {"b", 2}, {"c", 3}}));
    m_model->sort(1, Qt::AscendingOrder);
    m_model->merge(rows({{"a", 9}, {"b", 2}, {"c", 3}}));
    // Nothing jumps under the pointer; sorting again is the operator's choice.
    QCOMPARE(m_model->shown(), (QStringList{QStringLiteral("a"), QStringLiteral("b"), QStringLiteral("c")}));
    m_model->sort(1, Qt::AscendingOrder);
    QCOMPARE(m_model->shown(), (QStringList{QStringLiteral("b"), QStringLiteral("c"), QStringLiteral("a")}));
}

void RowModelTest::unknownValuesSortLastBothWays()
{
    m_model->merge({{QStringLiteral("x"), 0, false}, {QStringLiteral("a"), 1, true}, {QStringLiteral("b"), 2, true}});
    m_model->sort(1, Qt::AscendingOrder);
    QCOMPARE(m_model->shown(), (QStringList{QStringLiteral("a"), QStringLiteral("b"), QStringLiteral("x")}));
    m_model->sort(1, Qt::DescendingOrder);
    QCOMPARE(m_model->shown(), (QStringList{QStringLiteral("b"), QStringLiteral("a"), QStringLiteral("x")}));
}

void RowModelTest::tiesKeepTheOrderOfTheSource()
{
    m_model->merge(rows({{"d", 1}, {"c", 1}, {"b", 0}, {"a", 1}}));
    m_model->sort(0, Qt::AscendingOrder);
    m_model->sort(1, Qt::DescendingOrder);
    QCOMPARE(m_model->shown(),
             (QStringList{QStringLiteral("d"), QStringLiteral("c"), QStringLiteral("a"), QStringLiteral("b")}));
}

void RowModelTest::namesSortAsPeopleCount()
{
    m_model->merge(rows({{"disk-10", 0}, {"Disk-2", 0}, {"disk-1", 0}}));
    m_model->sort(0, Qt::AscendingOrder);
    QCOMPARE(m_model->shown(),
             (QStringList{QStringLiteral("disk-1"), QStringLiteral("Disk-2"), QStringLiteral("disk-10")}));
}

void RowModelTest::filterNeedsEveryWord()
{
    QSignalSpy counts(m_model.get(), &RowModelBase::countsChanged);
    m_model->merge(rows({{"acme-media", 12}, {"acme-labs", 3}, {"borealis", 12}}));
    m_model->setFilter(QStringLiteral("ACME 12"));
    QCOMPARE(m_model->shown(), QStringList{QStringLiteral("acme-media")});
    QCOMPARE(counts.last(), (QList<QVariant>{1, 3}));
    m_model->setFilter({});
    QCOMPARE(m_model->rowCount(), 3);
    QCOMPARE(m_model->rowOfKey(QStringLiteral("borealis")), 2);
}

void RowModelTest::newRowsRespectTheFilter()
{
    m_model->setFilter(QStringLiteral("a"));
    m_model->merge(rows({{"a", 1}, {"b", 2}}));
    m_model->merge(rows({{"a", 1}, {"b", 2}, {"ca", 3}, {"d", 4}}));
    QCOMPARE(m_model->shown(), (QStringList{QStringLiteral("a"), QStringLiteral("ca")}));
    QCOMPARE(m_model->totalRows(), 4);
    QCOMPARE(m_model->rowOfKey(QStringLiteral("d")), -1);
}

void RowModelTest::theLaterOfTwoTwinsWins()
{
    m_model->merge(rows({{"a", 1}, {"a", 2}}));
    QCOMPARE(m_model->rowCount(), 1);
    QCOMPARE(m_model->find(QStringLiteral("a"))->number, 2);
}

void RowModelTest::randomMergesEndInTheTruth()
{
    constexpr unsigned kSeed = 7;
    std::mt19937 random(kSeed);
    m_model->sort(1, Qt::AscendingOrder);
    for (int round = 0; round < 60; ++round) {
        std::vector<Row> truth;
        for (int key = 0; key < 40; ++key)
            if (random() % 3 != 0) truth.push_back({QString::number(key), static_cast<int>(random() % 5)});
        if (round % 7 == 0) m_model->setFilter(random() % 2 ? QStringLiteral("1") : QString());
        m_model->merge(truth);
        QCOMPARE(m_model->totalRows(), static_cast<int>(truth.size()));
        for (const Row &row : truth)
            QCOMPARE(m_model->find(row.key)->number, row.number);
        m_model->setFilter({});
        QCOMPARE(m_model->rowCount(), static_cast<int>(truth.size()));
        m_model->sort(1, Qt::AscendingOrder);
        for (int row = 1; row < m_model->rowCount(); ++row)
            QVERIFY(m_model->rowAt(row - 1).number <= m_model->rowAt(row).number);
    }
}

QTEST_GUILESS_MAIN(RowModelTest)
#include "row_model_test.moc"
