// SPDX-License-Identifier: GPL-3.0-or-later
#include "query/XPath.h"

#include "payload/Document.h"
#include "query/QueryError.h"

#include <QCoreApplication>

#include <libxml/parser.h>
#include <libxml/xpath.h>
#include <libxml/xpathInternals.h>

#include <memory>
#include <mutex>
#include <set>
#include <unordered_map>

namespace marquee::query {

using namespace Qt::StringLiterals;
using payload::Path;
using payload::Value;

namespace {

constexpr unsigned long MostOperations = 40'000'000; ///< of libxml2; a few seconds
constexpr int DeepestBracket = 100;
constexpr std::size_t MostPrefixes = 200;

template <auto release>
struct Release
{
    template <class T>
    void operator()(T *it) const
    {
        release(it);
    }
};
using Parser = std::unique_ptr<xmlParserCtxt, Release<xmlFreeParserCtxt>>;
using Xml = std::unique_ptr<xmlDoc, Release<xmlFreeDoc>>;
using Context = std::unique_ptr<xmlXPathContext, Release<xmlXPathFreeContext>>;
using Compiled = std::unique_ptr<xmlXPathCompExpr, Release<xmlXPathFreeCompExpr>>;
using Result = std::unique_ptr<xmlXPathObject, Release<xmlXPathFreeObject>>;

QString tr(const char *text)
{
    return QCoreApplication::translate("query", text);
}

const xmlChar *xmlText(const char *text)
{
    return reinterpret_cast<const xmlChar *>(text);
}

QString fromXml(const xmlChar *text)
{
    return QString::fromUtf8(reinterpret_cast<const char *>(text));
}

Error noMemory()
{
    return makeError(Error::Code::TooLarge, tr("There isn't enough memory to run XPath over this document."));
}

/// What stands between quotes taken out.
QString withoutTexts(const QString &query)
{
    QString rest;
    QChar quote;
    for (const QChar c : query) {
        if (!quote.isNull())
            quote = c == quote ? QChar() : quote;
        else if (c == u'"' || c == u'\'')
            quote = c;
        else
            rest += c;
    }
    return rest;
}

/// What makes libxml2 compare every node that it found with every other; see WideXPathLimit.
bool isWide(const QString &query)
{
    const QString rest = withoutTexts(query);
    for (const char *sign : {"..", "parent", "ancestor", "preceding", "following", "|", "id("}) {
        if (rest.contains(QLatin1StringView(sign)))
            return true;
    }
    return rest.count(u"//"_s) + rest.count(u"descendant"_s) > 1;
}

Expected<Xml> readXmlText(const payload::Document &document, bool isWideQuery)
{
    if (isWideQuery && document.text().size() > WideXPathLimit) {
        return tl::unexpected(makeError(Error::Code::TooLarge,
            tr("An XPath that looks back (.., parent, preceding), joins with | or has // twice runs over documents of "
               "at most %1 MB.")
                .arg(WideXPathLimit / 1024 / 1024),
            tr("Name the way down, /A/B/C, or use a JSONPath, such as $..C.")));
    }
    if (document.text().size() > XPathLimit) {
        return tl::unexpected(makeError(Error::Code::TooLarge,
            tr("XPath runs over documents of at most %1 MB.").arg(XPathLimit / 1024 / 1024),
            tr("Use a JSONPath instead, such as $..Performance; it has no such limit.")));
    }
    static std::once_flag once;
    std::call_once(once, xmlInitParser);
    const QByteArray bytes = document.text().toByteArray();
    const qsizetype bom = bytes.startsWith("\xef\xbb\xbf") ? 3 : 0;
    const Parser parser(xmlNewParserCtxt());
    if (!parser)
        return tl::unexpected(noMemory());
    // No entity and no document type comes this far, and nothing is fetched all the same.
    constexpr int Options
        = XML_PARSE_NONET | XML_PARSE_NOERROR | XML_PARSE_NOWARNING | XML_PARSE_NOCDATA | XML_PARSE_HUGE;
    Xml xml(xmlCtxtReadMemory(
        parser.get(), bytes.constData() + bom, static_cast<int>(bytes.size() - bom), nullptr, "UTF-8", Options));
    if (xml)
        return xml;
    const QString reason = QString::fromUtf8(parser->lastError.message).trimmed();
    return tl::unexpected(makeError(Error::Code::Malformed, tr("XPath can't read this document: %1.").arg(reason),
        tr("Use a JSONPath instead, such as $..Performance.")));
}

/// What libxml2 says of an expression, by its code: it has no words there.
QString wordsOf(int code)
{
    switch (code - XML_XPATH_EXPRESSION_OK) {
    case XPATH_NUMBER_ERROR:
        return tr("a number is wrong.");
    case XPATH_UNFINISHED_LITERAL_ERROR:
    case XPATH_START_LITERAL_ERROR:
        return tr("a quote is never closed.");
    case XPATH_VARIABLE_REF_ERROR:
    case XPATH_UNDEF_VARIABLE_ERROR:
    case XPATH_FORBID_VARIABLE_ERROR:
        return tr("there are no variables here.");
    case XPATH_INVALID_PREDICATE_ERROR:
        return tr("the condition in the brackets is wrong.");
    case XPATH_UNCLOSED_ERROR:
        return tr("a bracket or parenthesis is never closed.");
    case XPATH_UNKNOWN_FUNC_ERROR:
        return tr("there is no such function in XPath 1.0.");
    case XPATH_INVALID_ARITY:
        return tr("a function has too few or too many values.");
    case XPATH_INVALID_TYPE:
    case XPATH_INVALID_OPERAND:
        return tr("a value of another kind is needed: elements, a text or a number.");
    case XPATH_UNDEF_PREFIX_ERROR:
        return tr("a prefix isn't declared in this document.");
    default:
        return tr("this isn't an XPath.");
    }
}

Error errorOf(const xmlError &said)
{
    const int code = said.code - XML_XPATH_EXPRESSION_OK;
    if (code == XPATH_OP_LIMIT_EXCEEDED) {
        return makeError(Error::Code::TooLarge, tr("This XPath looks at too much in a document of this size."),
            tr("Name the way to it, /A/B/C, instead of //C."));
    }
    if (code == XPATH_MEMORY_ERROR)
        return noMemory();
    const QString nextStep = tr("Write it like //Performance[@siteId='S-1']/Date.");
    if (!said.str1)
        return makeError(Error::Code::Invalid, wordsOf(said.code), nextStep);
    const QByteArray before = QByteArray(said.str1).left(said.int1);
    return queryError(QString::fromUtf8(before).toUcs4().size(), wordsOf(said.code), nextStep);
}

/// Bracket in bracket is recursion in libxml2: refused before it gets there.
Expected<void> checkNesting(const QString &query)
{
    int level = 0;
    QChar quote;
    for (qsizetype i = 0; i < query.size(); ++i) {
        const QChar c = query.at(i);
        if (!quote.isNull())
            quote = c == quote ? QChar() : quote;
        else if (c == u'"' || c == u'\'')
            quote = c;
        else if (c == u'(' || c == u'[')
            ++level;
        else if (c == u')' || c == u']')
            --level;
        if (level > DeepestBracket)
            return tl::unexpected(
                queryError(i, tr("at most %1 brackets may stand in each other.").arg(DeepestBracket)));
    }
    return {};
}

Expected<Compiled> compile(xmlXPathContext *context, const QString &query)
{
    if (query.contains(QChar::Null))
        return tl::unexpected(queryError(query.indexOf(QChar::Null), tr("a control character stands here.")));
    if (const auto nesting = checkNesting(query); !nesting)
        return tl::unexpected(nesting.error());
    Compiled compiled(xmlXPathCtxtCompile(context, xmlText(query.toUtf8().constData())));
    if (!compiled)
        return tl::unexpected(errorOf(context->lastError));
    return compiled;
}

Expected<Context> makeContext(xmlDoc *xml)
{
    Context context(xmlXPathNewContext(xml));
    if (!context)
        return tl::unexpected(noMemory());
    context->error = [](void *, auto) {}; // it stays in lastError; else it would go to standard error
    context->opLimit = MostOperations;
    return context;
}

/// The prefixes that the document declares mean the same in a query; of one declared twice, the first.
bool declarePrefixes(xmlXPathContext *context, xmlNode *root)
{
    std::set<std::string> declared;
    bool hasDefault = false;
    for (xmlNode *node = root; node;) {
        for (const xmlNs *ns = node->type == XML_ELEMENT_NODE ? node->nsDef : nullptr; ns; ns = ns->next) {
            hasDefault |= !ns->prefix;
            if (!ns->prefix || declared.size() >= MostPrefixes)
                continue;
            if (declared.insert(reinterpret_cast<const char *>(ns->prefix)).second)
                xmlXPathRegisterNs(context, ns->prefix, ns->href);
        }
        if (node->type == XML_ELEMENT_NODE && node->children) {
            node = node->children;
            continue;
        }
        while (node != root && !node->next)
            node = node->parent;
        node = node == root ? nullptr : node->next;
    }
    return hasDefault;
}

/// Walks over libxml2's tree and ours in step, and says where in ours the selected nodes are.
class Mapping
{
public:
    Mapping(const xmlNodeSet &nodes, const SelectOptions &options, Found &found)
        : m_options(options)
        , m_found(found)
    {
        for (int i = 0; i < nodes.nodeNr; ++i) {
            const xmlNode *node = nodes.nodeTab[i];
            if (node->type == XML_NAMESPACE_DECL) // in a node set its `next` is the element it belongs to
                node = reinterpret_cast<const xmlNode *>(reinterpret_cast<const xmlNs *>(node)->next);
            ++m_wanted[node];
        }
    }

    void run(const xmlDoc *xml, const Value &root)
    {
        Path path;
        emit(reinterpret_cast<const xmlNode *>(xml), path);
        for (const xmlNode *node = xml->children; node && goesOn(); node = node->next) {
            if (node->type != XML_ELEMENT_NODE) {
                emit(node, path);
                continue;
            }
            path.push_back(0);
            element(node, root.at(0), path);
            path.pop_back();
        }
    }

private:
    bool goesOn()
    {
        constexpr std::uint32_t Between = 1024; // elements
        if (m_options.stop && ++m_visits % Between == 0)
            m_found.isStopped |= m_options.stop->load(std::memory_order_relaxed);
        return !m_found.isStopped && m_found.places.size() < m_options.most && !m_wanted.empty();
    }

    void emit(const void *node, const Path &path)
    {
        const auto wanted = m_wanted.find(node);
        if (wanted == m_wanted.end())
            return;
        for (int i = 0; i < wanted->second && m_found.places.size() < m_options.most; ++i)
            m_found.places.push_back(path);
        m_wanted.erase(wanted);
    }

    void emitChild(const void *node, std::uint32_t child, Path &path)
    {
        path.push_back(child);
        emit(node, path);
        path.pop_back();
    }

    void element(const xmlNode *node, const Value &value, Path &path)
    {
        emit(node, path);
        std::uint32_t at = 0;
        for (const xmlAttr *attribute = node->properties; attribute; attribute = attribute->next) {
            while (isDeclaration(value.at(at)))
                ++at;
            if (value.at(at).isAttribute())
                emitChild(attribute, at++, path);
        }
        while (value.at(at).isAttribute())
            ++at;
        std::uint32_t item = 0;
        for (const xmlNode *child = node->children; child && goesOn(); child = child->next) {
            if (child->type == XML_ELEMENT_NODE)
                childElement(child, value, at, item, path);
            else if (item == 0 && value.at(at).isInnerText())
                emitChild(child, at, path);
            else
                emit(child, path);
        }
    }

    /// Elements of one name that follow each other are one child of ours, a list.
    void childElement(const xmlNode *child, const Value &value, std::uint32_t &at, std::uint32_t &item, Path &path)
    {
        if (value.at(at).isInnerText())
            ++at;
        const Value ours = value.at(at);
        if (!ours)
            return;
        path.push_back(at);
        if (!ours.isArray()) {
            element(child, ours, path);
            ++at;
        } else {
            path.push_back(item);
            element(child, ours.at(item), path);
            path.pop_back();
            const bool isLast = ++item == ours.size();
            at += isLast ? 1 : 0;
            item = isLast ? 0 : item;
        }
        path.pop_back();
    }

    /// A namespace's declaration, which is an attribute to us and none to XPath.
    static bool isDeclaration(const Value &value)
    {
        if (!value.isAttribute())
            return false;
        std::string scratch;
        const std::string_view name = value.name(scratch);
        return name == "@xmlns" || name.starts_with("@xmlns:");
    }

    const SelectOptions &m_options;
    Found &m_found;
    std::unordered_map<const void *, int> m_wanted;
    std::uint32_t m_visits = 0;
};

void passOver(void *, const char *, ...) { }

/// libxml2 tells some things nobody asked for. Its handler is the thread's own.
class Silence
{
public:
    Silence()
        : m_handler(xmlGenericError)
        , m_context(xmlGenericErrorContext)
    {
        xmlSetGenericErrorFunc(nullptr, &passOver);
    }
    ~Silence() { xmlSetGenericErrorFunc(m_context, m_handler); }
    Silence(const Silence &) = delete;
    Silence &operator=(const Silence &) = delete;

private:
    xmlGenericErrorFunc m_handler;
    void *m_context;
};

bool isSet(const std::atomic<bool> *stop)
{
    return stop && stop->load(std::memory_order_relaxed);
}

Found stopped()
{
    Found found;
    found.isStopped = true;
    return found;
}

} // namespace

Expected<void> checkXPath(const QString &query)
{
    const Silence silence;
    const auto context = makeContext(nullptr);
    if (!context)
        return tl::unexpected(context.error());
    if (const auto compiled = compile(context->get(), query); !compiled)
        return tl::unexpected(compiled.error());
    return {};
}

Expected<Found> selectXPath(const payload::Document &document, const QString &query, const SelectOptions &options)
{
    if (const auto right = checkXPath(query); !right)
        return tl::unexpected(right.error());
    if (isSet(options.stop))
        return stopped();
    const auto xml = readXmlText(document, isWide(query));
    if (!xml)
        return tl::unexpected(xml.error());
    const Silence silence;
    const auto context = makeContext(xml->get());
    if (!context)
        return tl::unexpected(context.error());
    (*context)->node = reinterpret_cast<xmlNode *>(xml->get()); // what Message without a slash begins at
    const bool hasDefault = declarePrefixes(context->get(), xmlDocGetRootElement(xml->get()));
    const auto compiled = compile(context->get(), query);
    if (!compiled)
        return tl::unexpected(compiled.error());
    if (isSet(options.stop))
        return stopped();
    const Result result(xmlXPathCompiledEval(compiled->get(), context->get()));
    if (!result)
        return tl::unexpected(errorOf((*context)->lastError));
    Found found;
    if (result->type != XPATH_NODESET) {
        xmlChar *text = xmlXPathCastToString(result.get());
        found.value = fromXml(text);
        xmlFree(text);
        return found;
    }
    if (result->nodesetval) {
        found.total = static_cast<std::size_t>(result->nodesetval->nodeNr);
        Mapping(*result->nodesetval, options, found).run(xml->get(), document.root());
    }
    if (found.total == 0 && hasDefault)
        found.note = tr("This document has a namespace of its own. Write *[local-name()='Name'] instead of Name.");
    return found;
}

} // namespace marquee::query
