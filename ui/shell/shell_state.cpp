#include "ui/shell/shell_state.h"

#include "core/engine/engine.h"

namespace greenward::ui {
namespace {

ShellPicture pictureOf(const engine::Engine &engine)
{
    const engine::Overview overview = engine.overview();
    ShellPicture picture;
    picture.status = engine.status();
    picture.sample = overview.sample;
    picture.pending = overview.pending.size();
    picture.nearLimit = overview.nearLimit.size();
    std::vector<engine::BatchRow> atWork;
    for (const engine::BatchRow &batch : overview.active)
        if (isUnderWay(batch)) atWork.push_back(batch);
    picture.tasks = tasksOf(engine.scans(), atWork);
    return picture;
}

} // namespace

ShellState::ShellState(EngineClient &client, QObject *parent)
    : QObject(parent)
    , m_client(client)
{
    connect(&client, &EngineClient::changed, this, &ShellState::ask);
    ask();
}

void ShellState::ask()
{
    if (m_asking) {
        m_again = true;
        return;
    }
    m_asking = true;
    m_client.ask(pictureOf, this, [this](const ShellPicture &picture) {
        m_picture = picture;
        m_known = true;
        m_asking = false;
        Q_EMIT changed();
        if (std::exchange(m_again, false)) ask();
    });
}

} // namespace greenward::ui
