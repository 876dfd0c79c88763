#include "core/grid/sources.h"

#include <algorithm>

namespace greenward::grid {

Sources::Sources(ProviderFactory *factory, CredentialStore *credentials)
    : m_factory(factory)
    , m_credentials(credentials)
{
    if (m_factory)
        for (const SourceKind &kind : m_factory->kinds())
            m_sources.push_back(std::make_unique<Source>(Source{kind, defaultsOf(kind), nullptr}));
    for (const auto &source : m_sources)
        build(*source);
    sort();
    if (m_credentials)
        m_credentials->setListener([this](const std::string &id) {
            Source *changed = find(id);
            if (!changed) return;
            build(*changed);
            if (m_listener) m_listener();
        });
}

Sources::~Sources()
{
    if (m_credentials) m_credentials->setListener({});
}

void Sources::add(SourceKind kind, std::unique_ptr<Provider> provider)
{
    SourceSettings settings = defaultsOf(kind);
    m_sources.push_back(std::make_unique<Source>(Source{std::move(kind), std::move(settings), std::move(provider)}));
    sort();
}

Result<void> Sources::check(const SourceSettings &settings) const
{
    const Source *source = find(settings.id);
    if (!source) {
        std::string known;
        for (const auto &one : m_sources)
            known += (known.empty() ? "" : ", ") + one->kind.id;
        return fail(ErrorCode::UnknownName, "source", "\"" + settings.id + "\" is none of " + known);
    }
    CORE_CHECK(checkSettings(source->kind, settings));
    if (!source->kind.overNetwork) return {};
    // A gateway of the site's own has no address until somebody says where it is.
    if (settings.url.empty()) {
        if (!settings.enabled) return {};
        return fail(ErrorCode::InvalidInput, "url", "is needed to switch " + source->kind.name + " on");
    }
    if (!m_factory) return {};
    return m_factory->checkUrl(settings.url);
}

void Sources::use(const SourceSettings &settings)
{
    Source *source = find(settings.id);
    if (!source || source->settings == settings) return;
    // Another place in the order needs no new provider: its memory of plans and pauses stays.
    SourceSettings same = settings;
    same.priority = source->settings.priority;
    same.cacheFor = source->settings.cacheFor;
    const bool rebuild = same != source->settings;
    source->settings = settings;
    if (rebuild) build(*source);
    sort();
}

Source *Sources::find(std::string_view id) const
{
    const auto found = std::ranges::find_if(m_sources, [&](const auto &one) { return one->kind.id == id; });
    return found == m_sources.end() ? nullptr : found->get();
}

CredentialState Sources::credentialState(const std::string &source, const std::string &field) const
{
    return m_credentials ? m_credentials->state(source, field) : CredentialState::NoKeychain;
}

void Sources::tick()
{
    for (const auto &source : m_sources)
        if (source->provider) source->provider->tick();
}

void Sources::build(Source &source)
{
    const auto isFactorys = [&](const SourceKind &kind) {
        return kind.id == source.kind.id;
    };
    if (!m_factory || std::ranges::none_of(m_factory->kinds(), isFactorys)) return;
    source.provider.reset();
    if (!source.settings.enabled) return;
    std::map<std::string, Secret> secrets;
    for (const std::string &field : source.kind.credentials)
        if (auto secret = m_credentials ? m_credentials->find(source.kind.id, field) : std::nullopt)
            secrets.emplace(field, *std::move(secret));
    source.provider = m_factory->make(source.settings, secrets);
}

void Sources::sort()
{
    std::ranges::sort(m_sources, [](const auto &a, const auto &b) {
        return std::tie(a->settings.priority, a->kind.id) < std::tie(b->settings.priority, b->kind.id);
    });
}

} // namespace greenward::grid
