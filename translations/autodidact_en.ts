<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>DomainWords</name>
    <message numerus="yes">
        <source>%n min ago</source>
        <translation>
            <numerusform>%n min ago</numerusform>
            <numerusform>%n min ago</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n h ago</source>
        <translation>
            <numerusform>%n h ago</numerusform>
            <numerusform>%n h ago</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n days ago</source>
        <translation>
            <numerusform>%n day ago</numerusform>
            <numerusform>%n days ago</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PromptPage</name>
    <message numerus="yes">
        <source>%n tokens</source>
        <translation>
            <numerusform>%n token</numerusform>
            <numerusform>%n tokens</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ReasonWords</name>
    <message numerus="yes">
        <source>%n edit(s) from the reflections of this round.</source>
        <translation>
            <numerusform>%n edit from the reflections of this round.</numerusform>
            <numerusform>%n edits from the reflections of this round.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n proposed edit(s) left out.</source>
        <translation>
            <numerusform>%n proposed edit left out.</numerusform>
            <numerusform>%n proposed edits left out.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>A merge of %n rule(s) is no edit.</source>
        <translation>
            <numerusform>A merge of %n rule is no edit.</numerusform>
            <numerusform>A merge of %n rules is no edit.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>A change or drop of %n rule(s) is no edit.</source>
        <translation>
            <numerusform>A change or drop of %n rule is no edit.</numerusform>
            <numerusform>A change or drop of %n rules is no edit.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The budget of %n attempt(s) is used up.</source>
        <translation>
            <numerusform>The budget of %n attempt is used up.</numerusform>
            <numerusform>The budget of %n attempts is used up.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Still failing after %n attempt(s) in round %1.</source>
        <translation>
            <numerusform>Still failing after %n attempt in round %1.</numerusform>
            <numerusform>Still failing after %n attempts in round %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Failed after %n attempt(s); waits for a later round.</source>
        <translation>
            <numerusform>Failed after %n attempt; waits for a later round.</numerusform>
            <numerusform>Failed after %n attempts; waits for a later round.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Carried by %n attempt(s), %1 of them solved.</source>
        <translation>
            <numerusform>Carried by %n attempt, %1 of them solved.</numerusform>
            <numerusform>Carried by %n attempts, %1 of them solved.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Met again %n time(s).</source>
        <translation>
            <numerusform>Met again %n time.</numerusform>
            <numerusform>Met again %n times.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Not mended within %n round(s).</source>
        <translation>
            <numerusform>Not mended within %n round.</numerusform>
            <numerusform>Not mended within %n rounds.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Most frequent cause: %1 (%n times).</source>
        <translation>
            <numerusform>Most frequent cause: %1 (%n time).</numerusform>
            <numerusform>Most frequent cause: %1 (%n times).</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The strategy search chose %n other option(s).</source>
        <translation>
            <numerusform>The strategy search chose %n other option.</numerusform>
            <numerusform>The strategy search chose %n other options.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Crossed with version %1: %n rule(s) from there.</source>
        <translation>
            <numerusform>Crossed with version %1: %n rule from there.</numerusform>
            <numerusform>Crossed with version %1: %n rules from there.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The whole prompt written anew, with %n rule(s).</source>
        <translation>
            <numerusform>The whole prompt written anew, with %n rule.</numerusform>
            <numerusform>The whole prompt written anew, with %n rules.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Took in %n near-duplicate(s).</source>
        <translation>
            <numerusform>Took in %n near-duplicate.</numerusform>
            <numerusform>Took in %n near-duplicates.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SafetyDetails</name>
    <message numerus="yes">
        <source>Evaluation window: the last %n outcome(s) of a version.</source>
        <translation>
            <numerusform>Evaluation window: the last %n outcome of a version.</numerusform>
            <numerusform>Evaluation window: the last %n outcomes of a version.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>UpdateEvidence</name>
    <message numerus="yes">
        <source>Trial on select tasks: %n pair(s), %1 better, %2 worse.</source>
        <translation>
            <numerusform>Trial on select tasks: %n pair, %1 better, %2 worse.</numerusform>
            <numerusform>Trial on select tasks: %n pairs, %1 better, %2 worse.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Audit after the promotion: %n pair(s), mean gain %1 points.</source>
        <translation>
            <numerusform>Audit after the promotion: %n pair, mean gain %1 points.</numerusform>
            <numerusform>Audit after the promotion: %n pairs, mean gain %1 points.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>VersionDetails</name>
    <message numerus="yes">
        <source>Used in %n round(s), first in round %1.</source>
        <translation>
            <numerusform>Used in %n round, first in round %1.</numerusform>
            <numerusform>Used in %n rounds, first in round %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>It rests on %n reflection(s).</source>
        <translation>
            <numerusform>It rests on %n reflection.</numerusform>
            <numerusform>It rests on %n reflections.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n rule(s)</source>
        <translation>
            <numerusform>%n rule</numerusform>
            <numerusform>%n rules</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 (%n times)</source>
        <comment>cause of failures and how often</comment>
        <translation>
            <numerusform>%1 (%n time)</numerusform>
            <numerusform>%1 (%n times)</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>VersionWords</name>
    <message numerus="yes">
        <source>%n rule(s) leave the prompt</source>
        <comment>part of a list</comment>
        <translation>
            <numerusform>%n rule leaves the prompt</numerusform>
            <numerusform>%n rules leave the prompt</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n rule(s) return</source>
        <comment>part of a list</comment>
        <translation>
            <numerusform>%n rule returns</numerusform>
            <numerusform>%n rules return</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n rule(s) change</source>
        <comment>part of a list</comment>
        <translation>
            <numerusform>%n rule changes</numerusform>
            <numerusform>%n rules change</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n section(s) change</source>
        <comment>part of a list</comment>
        <translation>
            <numerusform>%n section changes</numerusform>
            <numerusform>%n sections change</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n strategy setting(s) change</source>
        <comment>part of a list</comment>
        <translation>
            <numerusform>%n strategy setting changes</numerusform>
            <numerusform>%n strategy settings change</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Wording</name>
    <message numerus="yes">
        <source>about %n s left</source>
        <translation>
            <numerusform>about %n s left</numerusform>
            <numerusform>about %n s left</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>about %n min left</source>
        <translation>
            <numerusform>about %n min left</numerusform>
            <numerusform>about %n min left</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>about %n h left</source>
        <translation>
            <numerusform>about %n h left</numerusform>
            <numerusform>about %n h left</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>autodidact::ConnectDialog</name>
    <message numerus="yes">
        <source>%1 at %2: %n models</source>
        <translation>
            <numerusform>%1 at %2: %n model</numerusform>
            <numerusform>%1 at %2: %n models</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n models.</source>
        <translation>
            <numerusform>%n model.</numerusform>
            <numerusform>%n models.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>autodidact::CreditDialog</name>
    <message numerus="yes">
        <source>%n pair(s): solved with it alone %1, without it alone %2.</source>
        <translation>
            <numerusform>%n pair: solved with it alone %1, without it alone %2.</numerusform>
            <numerusform>%n pairs: solved with it alone %1, without it alone %2.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n pair(s) without a verdict, by a fault of this machine.</source>
        <translation>
            <numerusform>%n pair without a verdict, by a fault of this machine.</numerusform>
            <numerusform>%n pairs without a verdict, by a fault of this machine.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Measuring takes %n call(s) of the model, about %1 tokens.</source>
        <translation>
            <numerusform>Measuring takes %n call of the model, about %1 tokens.</numerusform>
            <numerusform>Measuring takes %n calls of the model, about %1 tokens.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more cannot be made again.</source>
        <translation>
            <numerusform>%n more cannot be made again.</numerusform>
            <numerusform>%n more cannot be made again.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n attempt(s) of learn tasks carried it.</source>
        <translation>
            <numerusform>%n attempt of learn tasks carried it.</numerusform>
            <numerusform>%n attempts of learn tasks carried it.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>autodidact::CurveWords</name>
    <message numerus="yes">
        <source>%n tasks not counted: fault of this machine</source>
        <translation>
            <numerusform>%n task not counted: fault of this machine</numerusform>
            <numerusform>%n tasks not counted: fault of this machine</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Last %n tasks</source>
        <translation>
            <numerusform>Last %n task</numerusform>
            <numerusform>Last %n tasks</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>autodidact::DiffBar</name>
    <message numerus="yes">
        <source>%n changes</source>
        <translation>
            <numerusform>%n change</numerusform>
            <numerusform>%n changes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>autodidact::FileDesk</name>
    <message numerus="yes">
        <source>The suite %1 is here: %n tasks.</source>
        <translation>
            <numerusform>The suite %1 is here: %n task.</numerusform>
            <numerusform>The suite %1 is here: %n tasks.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>autodidact::ForecastView</name>
    <message numerus="yes">
        <source>%n long-term memory(ies) for %1 places.</source>
        <translation>
            <numerusform>%n long-term memory for %1 places.</numerusform>
            <numerusform>%n long-term memories for %1 places.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n go(es) at the end of this round.</source>
        <translation>
            <numerusform>%n goes at the end of this round.</numerusform>
            <numerusform>%n go at the end of this round.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>A failure that waits %n more round(s) to be mended.</source>
        <translation>
            <numerusform>A failure that waits %n more round to be mended.</numerusform>
            <numerusform>A failure that waits %n more rounds to be mended.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>autodidact::MemoryBar</name>
    <message numerus="yes">
        <source>Used %n time(s) or more, and fewer attempts solved than in the whole run. A correlation only.</source>
        <translation>
            <numerusform>Used %n time or more, and fewer attempts solved than in the whole run. A correlation only.</numerusform>
            <numerusform>Used %n times or more, and fewer attempts solved than in the whole run. A correlation only.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n new – show</source>
        <comment>memories that came since</comment>
        <translation>
            <numerusform>%n new – show</numerusform>
            <numerusform>%n new – show</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>autodidact::MemoryChoice</name>
    <message numerus="yes">
        <source>%1 · revision %2 · %n use(s)</source>
        <comment>a memory by its title</comment>
        <translation>
            <numerusform>%1 · revision %2 · %n use</numerusform>
            <numerusform>%1 · revision %2 · %n uses</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>autodidact::MemoryPanel</name>
    <message numerus="yes">
        <source>Archive %n memory(ies). They leave retrieval and keep uses, pin and tags.
Reason (optional):</source>
        <translation>
            <numerusform>Archive %n memory. It leaves retrieval and keeps uses, pin and tags.
Reason (optional):</numerusform>
            <numerusform>Archive %n memories. They leave retrieval and keep uses, pin and tags.
Reason (optional):</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Tags for %n memory(ies), separated by commas. A minus before a tag removes it.</source>
        <translation>
            <numerusform>Tags for %n memory, separated by commas. A minus before a tag removes it.</numerusform>
            <numerusform>Tags for %n memories, separated by commas. A minus before a tag removes it.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n token(s)</source>
        <translation>
            <numerusform>%n token</numerusform>
            <numerusform>%n tokens</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>autodidact::MemorySetsDialog</name>
    <message numerus="yes">
        <source>Delete the set “%1” with %n memory(ies)? This cannot be undone.</source>
        <translation>
            <numerusform>Delete the set “%1” with %n memory? This cannot be undone.</numerusform>
            <numerusform>Delete the set “%1” with %n memories? This cannot be undone.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>autodidact::MessageBar</name>
    <message numerus="yes">
        <source>%1 (%n times)</source>
        <comment>a message, and how often it came</comment>
        <translation>
            <numerusform>%1 (%n time)</numerusform>
            <numerusform>%1 (%n times)</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more</source>
        <comment>messages</comment>
        <translation>
            <numerusform>%n more</numerusform>
            <numerusform>%n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>autodidact::NewRunDialog</name>
    <message numerus="yes">
        <source>%1 (%n tasks)</source>
        <comment>name of a suite</comment>
        <translation>
            <numerusform>%1 (%n task)</numerusform>
            <numerusform>%1 (%n tasks)</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>At most %n attempts; the time is known after 5.</source>
        <translation>
            <numerusform>At most %n attempt; the time is known after 5.</numerusform>
            <numerusform>At most %n attempts; the time is known after 5.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>autodidact::PromptPanel</name>
    <message numerus="yes">
        <source>About %n tokens in the prompt</source>
        <translation>
            <numerusform>About %n token in the prompt</numerusform>
            <numerusform>About %n tokens in the prompt</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>autodidact::RunControlPanel</name>
    <message numerus="yes">
        <source>%n rounds done</source>
        <translation>
            <numerusform>%n round done</numerusform>
            <numerusform>%n rounds done</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n attempts</source>
        <translation>
            <numerusform>%n attempt</numerusform>
            <numerusform>%n attempts</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n min</source>
        <translation>
            <numerusform>%n min</numerusform>
            <numerusform>%n min</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n round(s) so far</source>
        <translation>
            <numerusform>%n round so far</numerusform>
            <numerusform>%n rounds so far</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>autodidact::RunDesk</name>
    <message numerus="yes">
        <source>%1 The run is paused after %n tasks; nothing is lost.</source>
        <comment>what went wrong, a whole sentence</comment>
        <translation>
            <numerusform>%1 The run is paused after %n task; nothing is lost.</numerusform>
            <numerusform>%1 The run is paused after %n tasks; nothing is lost.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>autodidact::RunTreeModel</name>
    <message numerus="yes">
        <source>Self-tests of %n attempts: %1 rejected right code, %2 accepted wrong code</source>
        <translation>
            <numerusform>Self-tests of %n attempt: %1 rejected right code, %2 accepted wrong code</numerusform>
            <numerusform>Self-tests of %n attempts: %1 rejected right code, %2 accepted wrong code</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>autodidact::SuitesWindow</name>
    <message numerus="yes">
        <source>Remove %n tasks from the suite %1?</source>
        <translation>
            <numerusform>Remove %n task from the suite %1?</numerusform>
            <numerusform>Remove %n tasks from the suite %1?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n tasks removed.</source>
        <translation>
            <numerusform>%n task removed.</numerusform>
            <numerusform>%n tasks removed.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Remove the suite %1 with its %n tasks?</source>
        <translation>
            <numerusform>Remove the suite %1 with its %n task?</numerusform>
            <numerusform>Remove the suite %1 with its %n tasks?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n tasks are in %1.</source>
        <translation>
            <numerusform>%n task is in %1.</numerusform>
            <numerusform>%n tasks are in %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n tasks</source>
        <translation>
            <numerusform>%n task</numerusform>
            <numerusform>%n tasks</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>autodidact::TaskEditor</name>
    <message numerus="yes">
        <source>Taken from the signature: %n visible tests.</source>
        <translation>
            <numerusform>Taken from the signature: %n visible test.</numerusform>
            <numerusform>Taken from the signature: %n visible tests.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>autodidact::WelcomePage</name>
    <message numerus="yes">
        <source>%n tasks, 6 rounds, about 2 minutes. No key, no network. The learner is a simulated student, not a language model.</source>
        <translation>
            <numerusform>%n task, 6 rounds, about 2 minutes. No key, no network. The learner is a simulated student, not a language model.</numerusform>
            <numerusform>%n tasks, 6 rounds, about 2 minutes. No key, no network. The learner is a simulated student, not a language model.</numerusform>
        </translation>
    </message>
</context>
</TS>
