#pragma once

#include "core/placement/region_facts.h"

#include <QDialog>

#include <vector>

class QPushButton;

namespace greenward::ui {

class DataTable;
class TextLabel;

/// What is published about cloud regions, searchable, to start a backend from. Opened with open(), deletes itself when
/// closed.
class CatalogueDialog final : public QDialog
{
    Q_OBJECT

public:
    CatalogueDialog(std::vector<placement::RegionFacts> regions, QWidget *parent);

    void accept() override;

Q_SIGNALS:
    void chosen(const greenward::placement::RegionFacts &facts);

private:
    void makeTable();
    void showChosen();
    const placement::RegionFacts *current() const;

    std::vector<placement::RegionFacts> m_regions;
    DataTable *m_table = nullptr;
    TextLabel *m_note;
    QPushButton *m_use = nullptr;
};

} // namespace greenward::ui
