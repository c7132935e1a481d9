#include "core/runners/javacompilers.h"

using namespace Qt::StringLiterals;

namespace autodidact {

Result<std::unique_ptr<JavaCompiler>> JavaCompilers::take(std::stop_token stop)
{
    {
        std::unique_lock lock(m_mutex);
        if (!m_returned.wait(lock, stop, [this] { return m_lent < m_options.jobs; }))
            return fail(ErrorKind::Cancelled, u"stopped"_s);
        ++m_lent;
        if (!m_idle.empty()) {
            std::unique_ptr<JavaCompiler> compiler = std::move(m_idle.back());
            m_idle.pop_back();
            return compiler;
        }
    }
    Result<std::unique_ptr<JavaCompiler>> compiler = JavaCompiler::start(m_options);
    if (!compiler)
        giveBack(nullptr);
    return compiler;
}

void JavaCompilers::giveBack(std::unique_ptr<JavaCompiler> compiler)
{
    {
        const std::scoped_lock lock(m_mutex);
        --m_lent;
        if (compiler && compiler->usable())
            m_idle.push_back(std::move(compiler));
    }
    m_returned.notify_one();
}

Result<JavaAnswer> JavaCompilers::compile(const QByteArray &job, int ms, std::stop_token stop)
{
    Result<std::unique_ptr<JavaCompiler>> compiler = take(stop);
    if (!compiler)
        return std::unexpected(compiler.error());
    Result<JavaAnswer> answer = (*compiler)->compile(job, ms, stop);
    giveBack(std::move(*compiler));
    return answer;
}

} // namespace autodidact
