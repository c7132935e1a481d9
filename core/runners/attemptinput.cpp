#include "core/runners/attemptinput.h"

#include <QRandomGenerator>

namespace autodidact {

void appendText(QByteArray &blob, const QString &text)
{
    const QByteArray bytes = text.toUtf8();
    appendNumber(blob, quint32(bytes.size()));
    blob.append(bytes);
}

Nonce drawNonce()
{
    return {QRandomGenerator::system()->generate64(), QRandomGenerator::system()->generate64()};
}

sandbox::Request requestFor(const Execution &execution, sandbox::Mode mode)
{
    const Limits &limits = execution.limits;
    sandbox::Request request;
    request.mode = mode;
    request.cpuMs = quint32(limits.cpuMs);
    request.wallMs = quint32(limits.wallLimitMs());
    request.memoryMb = quint32(limits.memoryMb);
    request.processes = quint32(limits.processes);
    request.fileMb = quint32(limits.fileMb);
    return request;
}

AttemptInput functionInput(const Execution &execution, const Nonce &nonce)
{
    AttemptInput input;
    input.request = requestFor(execution,
        execution.isolation == Isolation::Split ? sandbox::Mode::Split : sandbox::Mode::InProcess);
    input.outputLimit = qsizetype(execution.limits.outputKb) * 1024;
    input.program = execution.code.toUtf8();
    appendNumber(input.tests, nonce[0]);
    appendNumber(input.tests, nonce[1]);
    appendText(input.tests, execution.entryPoint);
    appendText(input.tests, execution.testSetup);
    appendNumber(input.tests, quint32(execution.tests.size()));
    for (const TestCase &test : execution.tests) {
        appendText(input.tests, test.name);
        appendText(input.tests, test.code);
    }
    return input;
}

} // namespace autodidact
