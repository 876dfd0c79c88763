#pragma once

#include "core/engine/rows.h"
#include "ui/bridge/engine_client.h"
#include "ui/shell/tasks.h"

#include <QObject>

namespace greenward::ui {

/// What the frame around the pages shows of the engine.
struct ShellPicture
{
    engine::EngineStatus status;
    bool sample = false;
    std::size_t pending = 0;   ///< batches that wait for approval
    std::size_t nearLimit = 0; ///< tenants at their soft or hard limit
    std::vector<Task> tasks;
};

/// Keeps that picture fresh: one question at a time, again when something changed meanwhile.
class ShellState final : public QObject
{
    Q_OBJECT

public:
    explicit ShellState(EngineClient &client, QObject *parent = nullptr);
    const ShellPicture &picture() const { return m_picture; }
    bool isKnown() const { return m_known; }

Q_SIGNALS:
    void changed();

private:
    void ask();

    EngineClient &m_client;
    ShellPicture m_picture;
    bool m_asking = false;
    bool m_again = false;
    bool m_known = false;
};

} // namespace greenward::ui
