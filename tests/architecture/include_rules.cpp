#include "tests/architecture/places.h"
#include "tests/architecture/rules.h"

#include <algorithm>
#include <cctype>
#include <map>
#include <ostream>
#include <set>

namespace greenward::architecture {

namespace {

using Names = std::set<std::string, std::less<>>;

/// Which rooms of core a room of core may include beside itself. What is not listed may not be.
const std::map<std::string, Names, std::less<>> &roomEdges()
{
    static const Names ground{"base", "units", "bus", "store"};
    static const std::map<std::string, Names, std::less<>> edges{
        {"base", {}},
        {"units", {"base"}},
        {"bus", {"base", "units"}},
        {"store", {"base", "units", "bus"}},
        {"audit", ground},
        {"budget", ground},
        {"grid", ground},
        {"placement", ground},
        {"storage", ground},
        {"tiering", ground},
        {"energy", ground},
        {"report", ground},
        {"engine",
         {"base", "units", "bus", "store", "audit", "budget", "grid", "placement", "storage", "tiering", "energy",
          "report"}},
    };
    return edges;
}

/// Headers of core outside its open rooms whose values cross the engine's border, so that ui may name them.
const Names &valueHeaders()
{
    static const Names headers{
        "core/bus/payloads.h",           "core/bus/subscription.h",       "core/bus/topics.h",
        "core/store/records.h",          "core/store/state_store.h",      "core/report/report.h",
        "core/placement/query.h",        "core/placement/decision.h",     "core/placement/explain.h",
        "core/placement/region_facts.h", "core/placement/backend_file.h", "core/placement/backend_json.h"};
    return headers;
}

const Names &standardHeaders()
{
    static const Names headers{"algorithm",
                               "any",
                               "array",
                               "atomic",
                               "barrier",
                               "bit",
                               "bitset",
                               "cassert",
                               "cctype",
                               "cerrno",
                               "cfenv",
                               "cfloat",
                               "charconv",
                               "chrono",
                               "cinttypes",
                               "climits",
                               "clocale",
                               "cmath",
                               "compare",
                               "complex",
                               "concepts",
                               "condition_variable",
                               "coroutine",
                               "csignal",
                               "cstdarg",
                               "cstddef",
                               "cstdint",
                               "cstdio",
                               "cstdlib",
                               "cstring",
                               "ctime",
                               "cwchar",
                               "deque",
                               "exception",
                               "execution",
                               "filesystem",
                               "format",
                               "forward_list",
                               "fstream",
                               "functional",
                               "future",
                               "initializer_list",
                               "iomanip",
                               "ios",
                               "iosfwd",
                               "iostream",
                               "istream",
                               "iterator",
                               "latch",
                               "limits",
                               "list",
                               "locale",
                               "map",
                               "memory",
                               "memory_resource",
                               "mutex",
                               "new",
                               "numbers",
                               "numeric",
                               "optional",
                               "ostream",
                               "queue",
                               "random",
                               "ranges",
                               "ratio",
                               "regex",
                               "scoped_allocator",
                               "semaphore",
                               "set",
                               "shared_mutex",
                               "source_location",
                               "span",
                               "sstream",
                               "stack",
                               "stdexcept",
                               "stop_token",
                               "streambuf",
                               "string",
                               "string_view",
                               "system_error",
                               "thread",
                               "tuple",
                               "type_traits",
                               "typeindex",
                               "typeinfo",
                               "unordered_map",
                               "unordered_set",
                               "utility",
                               "valarray",
                               "variant",
                               "vector",
                               "version"};
    return headers;
}

/// Headers of Qt Core and Qt Network in use; a new one of these two modules is added here.
const Names &displaylessQtHeaders()
{
    static const Names headers{"QByteArray",
                               "QCoreApplication",
                               "QDateTime",
                               "QDir",
                               "QFile",
                               "QFileInfo",
                               "QHostAddress",
                               "QIODevice",
                               "QJsonArray",
                               "QJsonDocument",
                               "QJsonObject",
                               "QJsonValue",
                               "QLocalSocket",
                               "QMetaObject",
                               "QNetworkAccessManager",
                               "QNetworkReply",
                               "QNetworkRequest",
                               "QObject",
                               "QProcess",
                               "QSocketNotifier",
                               "QSslConfiguration",
                               "QSslError",
                               "QStandardPaths",
                               "QString",
                               "QStringList",
                               "QThread",
                               "QTimer",
                               "QUrl",
                               "QUrlQuery",
                               "QVariant",
                               "QtCore",
                               "QtGlobal",
                               "QtNetwork"};
    return headers;
}

bool isQt(const Include &include)
{
    const auto &name = include.target;
    if (name.starts_with("Qt")) return true;
    return name.size() > 1 && name[0] == 'Q' && std::isupper(static_cast<unsigned char>(name[1])) != 0;
}

bool isDisplaylessQt(const Include &include)
{
    const auto slash = include.target.find('/');
    if (slash == std::string::npos) return displaylessQtHeaders().contains(include.target);
    const auto module = include.target.substr(0, slash);
    return module == "QtCore" || module == "QtNetwork" || module == "QtDBus";
}

class IncludeCheck final
{
public:
    explicit IncludeCheck(const SourceFile &file)
        : m_file(file)
        , m_place(placeOf(file.path))
    {}

    std::vector<Finding> run()
    {
        for (const auto &include : includesOf(strip(m_file.text)))
            check(include);
        return std::move(m_findings);
    }

private:
    void check(const Include &include)
    {
        if (isQt(include)) return checkQt(include);
        const Place target = placeOf(include.target);
        if (!include.angled && target.part != Part::Elsewhere) return checkOwn(include, target);
        if (m_place.part == Part::Engine) checkForeign(include);
    }

    void checkQt(const Include &include)
    {
        if (m_place.part == Part::Engine) {
            report(include, "engine-without-qt", "the engine includes Qt's " + include.target);
        } else if ((m_place.part == Part::Adapters || m_place.part == Part::Command) && !isDisplaylessQt(include)) {
            report(include, "no-display-in-adapters",
                   include.target + " is not known to be of Qt Core, Network or DBus, the only modules allowed here");
        }
    }

    void checkForeign(const Include &include)
    {
        if (include.target == "nlohmann/json.hpp" || standardHeaders().contains(include.target)) return;
        report(include, "engine-foreign-header",
               "the engine uses the standard library and nlohmann-json only, not " + include.target);
    }

    void checkOwn(const Include &include, const Place &target)
    {
        if (target.part == Part::Adapters && !mayNameAdapters()) {
            report(include, "adapters-only-in-composition", "only app/composition names concrete adapters");
            return;
        }
        switch (m_place.part) {
        case Part::Engine:
            return checkRoom(include, target);
        case Part::Adapters:
            if (target.part != Part::Engine && target.part != Part::Adapters) deny(include, "core");
            return;
        case Part::Ui:
            if (target.part == Part::Ui || uiMayInclude(include, target)) return;
            return deny(include, "ui, core/base, core/units, core/engine and the value headers");
        case Part::Command:
            if (target.part == Part::Ui) deny(include, "core and app");
            return;
        case Part::Composition:
        case Part::App:
        case Part::Tests:
        case Part::Elsewhere:
            return;
        }
    }

    void checkRoom(const Include &include, const Place &target)
    {
        if (target.part != Part::Engine) return deny(include, "core");
        if (target.room == m_place.room) return;
        const auto edges = roomEdges().find(m_place.room);
        if (edges == roomEdges().end()) {
            report(include, "core-room", "core/" + m_place.room + " is not in the table of rooms");
        } else if (!edges->second.contains(target.room)) {
            report(include, "core-room", "core/" + m_place.room + " must not include core/" + target.room);
        }
    }

    static bool uiMayInclude(const Include &include, const Place &target)
    {
        if (target.part != Part::Engine) return false;
        static const Names open{"base", "units", "engine"};
        return open.contains(target.room) || valueHeaders().contains(include.target);
    }

    bool mayNameAdapters() const
    {
        return m_place.part == Part::Adapters || m_place.part == Part::Composition || m_place.part == Part::Tests;
    }

    void deny(const Include &include, const std::string &allowed)
    {
        report(include, "layering", "may include " + allowed + " only, not " + include.target);
    }

    void report(const Include &include, std::string rule, std::string message)
    {
        m_findings.push_back({m_file.path, include.line, std::move(rule), std::move(message)});
    }

    const SourceFile &m_file;
    Place m_place;
    std::vector<Finding> m_findings;
};

} // namespace

std::ostream &operator<<(std::ostream &out, const Finding &finding)
{
    return out << finding.path << ':' << finding.line << ": [" << finding.rule << "] " << finding.message;
}

std::vector<Finding> checkIncludes(const SourceFile &file)
{
    return IncludeCheck(file).run();
}

std::vector<Finding> check(const SourceFile &file)
{
    auto findings = checkIncludes(file);
    std::ranges::move(checkText(file), std::back_inserter(findings));
    return findings;
}

} // namespace greenward::architecture
