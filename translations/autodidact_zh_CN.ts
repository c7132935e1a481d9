<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>Actions</name>
    <message>
        <source>&amp;New run…</source>
        <translation>新建运行(&amp;N)…</translation>
    </message>
    <message>
        <source>&amp;Open run…</source>
        <translation>打开运行(&amp;O)…</translation>
    </message>
    <message>
        <source>&amp;Import suite…</source>
        <translation>导入任务集(&amp;I)…</translation>
    </message>
    <message>
        <source>Open &amp;database…</source>
        <translation>打开数据库(&amp;D)…</translation>
    </message>
    <message>
        <source>&amp;Export report…</source>
        <translation>导出报告(&amp;E)…</translation>
    </message>
    <message>
        <source>&amp;Connect a model server…</source>
        <translation>连接模型服务器(&amp;C)…</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>退出(&amp;Q)</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>撤销(&amp;U)</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>重做(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Find</source>
        <translation>查找(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Continue</source>
        <translation>继续(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Pause</source>
        <translation>暂停(&amp;P)</translation>
    </message>
    <message>
        <source>Step one &amp;attempt</source>
        <translation>单步一次尝试(&amp;A)</translation>
    </message>
    <message>
        <source>Step one &amp;task</source>
        <translation>单步一个任务(&amp;T)</translation>
    </message>
    <message>
        <source>Step one &amp;round</source>
        <translation>单步一轮(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Stop</source>
        <translation>停止(&amp;S)</translation>
    </message>
    <message>
        <source>Skip to the &amp;end of the round</source>
        <translation>跳到本轮结束(&amp;E)</translation>
    </message>
    <message>
        <source>&amp;Back</source>
        <translation>后退(&amp;B)</translation>
    </message>
    <message>
        <source>&amp;Forward</source>
        <translation>前进(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Next failure</source>
        <translation>下一个失败(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;Previous failure</source>
        <translation>上一个失败(&amp;P)</translation>
    </message>
    <message>
        <source>Next &amp;attempt</source>
        <translation>下一次尝试(&amp;A)</translation>
    </message>
    <message>
        <source>Previous a&amp;ttempt</source>
        <translation>上一次尝试(&amp;T)</translation>
    </message>
    <message>
        <source>F&amp;ollow the run</source>
        <translation>跟随运行(&amp;O)</translation>
    </message>
    <message>
        <source>&amp;Add a memory…</source>
        <translation>添加记忆(&amp;A)…</translation>
    </message>
    <message>
        <source>&amp;Edit the memory</source>
        <translation>编辑记忆(&amp;E)</translation>
    </message>
    <message>
        <source>&amp;Pin or unpin the memory</source>
        <translation>固定或取消固定记忆(&amp;P)</translation>
    </message>
    <message>
        <source>A&amp;rchive the memory</source>
        <translation>归档记忆(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Compare with parent</source>
        <translation>与父版本比较(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Roll back…</source>
        <translation>回滚(&amp;R)…</translation>
    </message>
    <message>
        <source>&amp;Undo rollback</source>
        <translation>撤销回滚(&amp;U)</translation>
    </message>
    <message>
        <source>Run control</source>
        <translation>运行控制</translation>
    </message>
    <message>
        <source>Runs and attempts</source>
        <translation>运行与尝试</translation>
    </message>
    <message>
        <source>Code diff</source>
        <translation>代码差异</translation>
    </message>
    <message>
        <source>Verdict</source>
        <translation>判定</translation>
    </message>
    <message>
        <source>Reflection</source>
        <translation>反思</translation>
    </message>
    <message>
        <source>Prompt sent</source>
        <translation>发送的提示词</translation>
    </message>
    <message>
        <source>Memory</source>
        <translation>记忆</translation>
    </message>
    <message>
        <source>Prompt versions</source>
        <translation>提示词版本</translation>
    </message>
    <message>
        <source>Success rate</source>
        <translation>成功率</translation>
    </message>
    <message>
        <source>Safety log</source>
        <translation>安全记录</translation>
    </message>
    <message>
        <source>&amp;Maximise panel</source>
        <translation>最大化面板(&amp;M)</translation>
    </message>
    <message>
        <source>&amp;Full screen</source>
        <translation>全屏(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Larger text</source>
        <translation>放大文字(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Smaller text</source>
        <translation>缩小文字(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Normal text size</source>
        <translation>标准文字大小(&amp;N)</translation>
    </message>
    <message>
        <source>L&amp;ock layout</source>
        <translation>锁定布局(&amp;O)</translation>
    </message>
    <message>
        <source>&amp;Reset layout</source>
        <translation>重置布局(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Welcome</source>
        <translation>欢迎(&amp;W)</translation>
    </message>
    <message>
        <source>What &amp;works here</source>
        <translation>本机可用功能(&amp;W)</translation>
    </message>
    <message>
        <source>&amp;About Autodidact</source>
        <translation>关于 Autodidact(&amp;A)</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <comment>name of an action, its keys</comment>
        <translation>%1（%2）</translation>
    </message>
    <message>
        <source>&amp;Run</source>
        <translation>运行(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Memory</source>
        <translation>记忆(&amp;M)</translation>
    </message>
    <message>
        <source>&amp;Versions</source>
        <translation>版本(&amp;V)</translation>
    </message>
    <message>
        <source>Suites and &amp;tasks…</source>
        <translation>任务集与任务(&amp;T)…</translation>
    </message>
</context>
<context>
    <name>CauseWords</name>
    <message>
        <source>end of a range</source>
        <translation>范围的终点</translation>
    </message>
    <message>
        <source>value on a limit</source>
        <translation>边界值</translation>
    </message>
    <message>
        <source>comparison the wrong way round</source>
        <translation>比较方向有误</translation>
    </message>
    <message>
        <source>missing value not handled</source>
        <translation>未处理缺失值</translation>
    </message>
    <message>
        <source>empty input not handled</source>
        <translation>未处理空输入</translation>
    </message>
    <message>
        <source>wrong operator</source>
        <translation>运算符有误</translation>
    </message>
    <message>
        <source>division and rounding</source>
        <translation>除法与取整</translation>
    </message>
    <message>
        <source>upper and lower case</source>
        <translation>大小写</translation>
    </message>
    <message>
        <source>argument changed in place</source>
        <translation>就地修改了参数</translation>
    </message>
    <message>
        <source>missing import</source>
        <translation>缺少导入</translation>
    </message>
    <message>
        <source>wrong return value</source>
        <translation>返回值有误</translation>
    </message>
    <message>
        <source>return too early</source>
        <translation>过早返回</translation>
    </message>
    <message>
        <source>loop without an end</source>
        <translation>死循环</translation>
    </message>
    <message>
        <source>slip of syntax</source>
        <translation>语法疏忽</translation>
    </message>
    <message>
        <source>order of sorting</source>
        <translation>排序顺序</translation>
    </message>
    <message>
        <source>shallow copy</source>
        <translation>浅拷贝</translation>
    </message>
    <message>
        <source>mutable default argument</source>
        <translation>可变的默认参数</translation>
    </message>
    <message>
        <source>wrong start value</source>
        <translation>初始值有误</translation>
    </message>
    <message>
        <source>counting positions from the wrong number</source>
        <translation>位置计数起点有误</translation>
    </message>
    <message>
        <source>format of a text</source>
        <translation>文本格式</translation>
    </message>
    <message>
        <source>duplicates not handled</source>
        <translation>未处理重复项</translation>
    </message>
</context>
<context>
    <name>DomainWords</name>
    <message>
        <source>syntax</source>
        <translation>语法</translation>
    </message>
    <message>
        <source>compile</source>
        <translation>编译</translation>
    </message>
    <message>
        <source>import</source>
        <comment>error class: a module cannot be loaded</comment>
        <translation>导入</translation>
    </message>
    <message>
        <source>runtime</source>
        <translation>运行时</translation>
    </message>
    <message>
        <source>logic</source>
        <translation>逻辑</translation>
    </message>
    <message>
        <source>timeout</source>
        <translation>超时</translation>
    </message>
    <message>
        <source>memory</source>
        <comment>error class: memory of the machine</comment>
        <translation>内存</translation>
    </message>
    <message>
        <source>forbidden</source>
        <translation>违规操作</translation>
    </message>
    <message>
        <source>infrastructure</source>
        <translation>基础设施故障</translation>
    </message>
    <message>
        <source>Not judged</source>
        <translation>未判定</translation>
    </message>
    <message>
        <source>Solved</source>
        <translation>已解决</translation>
    </message>
    <message>
        <source>Recalled</source>
        <comment>solved with the own solution in the prompt</comment>
        <translation>记忆复现</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>失败</translation>
    </message>
    <message>
        <source>Running</source>
        <translation>运行中</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>等待中</translation>
    </message>
    <message>
        <source>Fault of this machine</source>
        <translation>本机故障</translation>
    </message>
    <message>
        <source>Written by the model</source>
        <translation>由模型撰写</translation>
    </message>
    <message>
        <source>Written by the model, form repaired</source>
        <translation>由模型撰写，格式已修复</translation>
    </message>
    <message>
        <source>Made by rules from the verdict</source>
        <translation>由规则根据判定生成</translation>
    </message>
    <message>
        <source>Written by a person</source>
        <translation>由人撰写</translation>
    </message>
    <message>
        <source>%1 ms</source>
        <translation>%1 毫秒</translation>
    </message>
    <message>
        <source>%1 s</source>
        <comment>seconds</comment>
        <translation>%1 秒</translation>
    </message>
    <message>
        <source>now</source>
        <comment>less than a minute ago</comment>
        <translation>刚刚</translation>
    </message>
    <message numerus="yes">
        <source>%n min ago</source>
        <translation>
            <numerusform>%n 分钟前</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n h ago</source>
        <translation>
            <numerusform>%n 小时前</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n days ago</source>
        <translation>
            <numerusform>%n 天前</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ErrorText</name>
    <message>
        <source>A setting cannot be used.</source>
        <translation>某项设置无法使用。</translation>
    </message>
    <message>
        <source>A file cannot be used.</source>
        <translation>文件无法使用。</translation>
    </message>
    <message>
        <source>Something was not found.</source>
        <translation>未找到所需内容。</translation>
    </message>
    <message>
        <source>Somebody else is using this, or it exists already.</source>
        <translation>正被他人使用，或者已经存在。</translation>
    </message>
    <message>
        <source>This computer lacks something.</source>
        <translation>本机缺少所需组件。</translation>
    </message>
    <message>
        <source>It was stopped.</source>
        <translation>已被停止。</translation>
    </message>
    <message>
        <source>A budget or a time limit is used up.</source>
        <translation>预算或时限已用完。</translation>
    </message>
    <message>
        <source>The model does not answer as it should.</source>
        <translation>模型未按要求回答。</translation>
    </message>
    <message>
        <source>The sandbox does not work.</source>
        <translation>沙箱无法工作。</translation>
    </message>
    <message>
        <source>The database cannot be read or written.</source>
        <translation>数据库无法读取或写入。</translation>
    </message>
    <message>
        <source>This is a fault of the program.</source>
        <translation>这是程序本身的故障。</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>heading, then detail; both are whole sentences</comment>
        <translation>%1 %2</translation>
    </message>
</context>
<context>
    <name>MachineWords</name>
    <message>
        <source>The helper program autodidact-sandbox was not found.</source>
        <translation>未找到辅助程序 autodidact-sandbox。</translation>
    </message>
    <message>
        <source>Python 3 was not found.</source>
        <translation>未找到 Python 3。</translation>
    </message>
    <message>
        <source>The program bubblewrap was not found.</source>
        <translation>未找到程序 bubblewrap。</translation>
    </message>
    <message>
        <source>The sandbox may not make user namespaces here.</source>
        <translation>这台计算机不允许沙箱创建用户命名空间。</translation>
    </message>
    <message>
        <source>The sandbox cannot shut off processes, files and network here.</source>
        <translation>沙箱在这台计算机上无法隔离进程、文件和网络。</translation>
    </message>
    <message>
        <source>The sandbox cannot filter system calls here.</source>
        <translation>沙箱在这台计算机上无法过滤系统调用。</translation>
    </message>
    <message>
        <source>Control groups cannot be used here.</source>
        <translation>这台计算机上无法使用控制组。</translation>
    </message>
    <message>
        <source>The sandbox does not start.</source>
        <translation>沙箱无法启动。</translation>
    </message>
    <message>
        <source>The sandbox starts, but a small program does not run in it.</source>
        <translation>沙箱可以启动，但小程序无法在其中运行。</translation>
    </message>
    <message>
        <source>The model does not work.</source>
        <translation>模型无法使用。</translation>
    </message>
    <message>
        <source>Programs in %1 do not run here.</source>
        <comment>1 is a language</comment>
        <translation>%1 程序在这台计算机上无法运行。</translation>
    </message>
    <message>
        <source>Programs cannot be run in a container here.</source>
        <translation>这台计算机上无法在容器中运行程序。</translation>
    </message>
    <message>
        <source>The tool %1 was not found.</source>
        <translation>未找到工具 %1。</translation>
    </message>
    <message>
        <source>Install it beside the program, or name its folder in the environment variable AUTODIDACT_HELPERS.</source>
        <translation>请将其安装到本程序旁边，或在环境变量 AUTODIDACT_HELPERS 中指明其所在文件夹。</translation>
    </message>
    <message>
        <source>Install the package %1.</source>
        <translation>请安装软件包 %1。</translation>
    </message>
    <message>
        <source>AppArmor forbids it here (Ubuntu 23.10 and later). Save the following as %1, then run “%2”:
%3</source>
        <comment>file, command, text to save</comment>
        <translation>AppArmor 在此禁止了该操作（Ubuntu 23.10 及更高版本）。请将以下内容存为 %1，然后运行“%2”：
%3</translation>
    </message>
    <message>
        <source>This command mends it: %1</source>
        <translation>此命令可修复：%1</translation>
    </message>
    <message>
        <source>In a container, start the container so that user namespaces are allowed; with docker: %1</source>
        <translation>若在容器中，请以允许用户命名空间的方式启动容器；docker 的选项：%1</translation>
    </message>
    <message>
        <source>In a container, bind the /proc of its host, or start the container privileged.</source>
        <translation>若在容器中，请绑定主机的 /proc，或以特权方式启动容器。</translation>
    </message>
    <message>
        <source>It needs Linux 5.0 or later with CONFIG_SECCOMP_FILTER, and libseccomp 2.5 or later.</source>
        <translation>需要带有 CONFIG_SECCOMP_FILTER 的 Linux 5.0 或更高版本，以及 libseccomp 2.5 或更高版本。</translation>
    </message>
    <message>
        <source>“autodidact-cli doctor” tries every step; if all others work, please report this.</source>
        <translation>“autodidact-cli doctor”会逐项检查；如果其他各项都正常，请报告此问题。</translation>
    </message>
    <message>
        <source>Nothing needs to be done. For limits by the kernel, start the program as root, or with: %1</source>
        <translation>无需任何操作。若要由内核限制内存，请以 root 身份启动本程序，或使用：%1</translation>
    </message>
    <message>
        <source>The message is the container engine&apos;s. An ordinary user needs lines in /etc/subuid and /etc/subgid, and the package uidmap.</source>
        <translation>该信息来自容器引擎。普通用户需要 /etc/subuid 和 /etc/subgid 中的相应条目，以及软件包 uidmap。</translation>
    </message>
    <message>
        <source>Choose another gear with the option --sandbox, and please report this.</source>
        <translation>请用选项 --sandbox 选择另一种沙箱方式，并报告此问题。</translation>
    </message>
    <message>
        <source>The demo cannot run here: %1</source>
        <comment>1 is a whole sentence</comment>
        <translation>无法在此运行演示：%1</translation>
    </message>
    <message>
        <source>What the system said: %1</source>
        <comment>an untranslated message of the operating system</comment>
        <translation>系统返回的信息：%1</translation>
    </message>
</context>
<context>
    <name>MemoryWords</name>
    <message>
        <source>Code</source>
        <comment>kind of memory</comment>
        <translation>代码</translation>
    </message>
    <message>
        <source>Error</source>
        <comment>kind of memory</comment>
        <translation>错误</translation>
    </message>
    <message>
        <source>Lesson</source>
        <comment>kind of memory, not a class at school</comment>
        <translation>经验</translation>
    </message>
    <message>
        <source>Code memories</source>
        <translation>代码记忆</translation>
    </message>
    <message>
        <source>Error memories</source>
        <translation>错误记忆</translation>
    </message>
    <message>
        <source>Lessons</source>
        <comment>kind of memory, not classes at school</comment>
        <translation>经验</translation>
    </message>
    <message>
        <source>Short</source>
        <comment>short-term memory</comment>
        <translation>短期</translation>
    </message>
    <message>
        <source>Long</source>
        <comment>long-term memory</comment>
        <translation>长期</translation>
    </message>
    <message>
        <source>Run</source>
        <comment>origin of a memory</comment>
        <translation>运行</translation>
    </message>
    <message>
        <source>Person</source>
        <comment>origin of a memory</comment>
        <translation>人工</translation>
    </message>
    <message>
        <source>Import</source>
        <comment>origin of a memory</comment>
        <translation>导入</translation>
    </message>
    <message>
        <source>Active</source>
        <comment>state of a memory</comment>
        <translation>有效</translation>
    </message>
    <message>
        <source>Archived</source>
        <comment>state of a memory</comment>
        <translation>已归档</translation>
    </message>
    <message>
        <source>Superseded</source>
        <comment>state of a memory</comment>
        <translation>已被取代</translation>
    </message>
    <message>
        <source>Added</source>
        <translation>添加</translation>
    </message>
    <message>
        <source>Edited</source>
        <translation>编辑</translation>
    </message>
    <message>
        <source>Pinned</source>
        <translation>固定</translation>
    </message>
    <message>
        <source>Unpinned</source>
        <translation>取消固定</translation>
    </message>
    <message>
        <source>Tagged</source>
        <translation>修改标签</translation>
    </message>
    <message>
        <source>Reviewed</source>
        <translation>审阅</translation>
    </message>
    <message>
        <source>Archived</source>
        <translation>归档</translation>
    </message>
    <message>
        <source>Restored</source>
        <translation>还原</translation>
    </message>
    <message>
        <source>Brought back</source>
        <translation>恢复旧修订</translation>
    </message>
    <message>
        <source>Forgotten</source>
        <translation>遗忘</translation>
    </message>
    <message>
        <source>Expired</source>
        <translation>过期</translation>
    </message>
    <message>
        <source>Use counted</source>
        <translation>计入使用</translation>
    </message>
    <message>
        <source>Merged</source>
        <translation>已合并</translation>
    </message>
    <message>
        <source>Superseded</source>
        <translation>已被取代</translation>
    </message>
    <message>
        <source>Marked as contradicting</source>
        <translation>已标记为矛盾</translation>
    </message>
    <message>
        <source>Contradiction lifted</source>
        <translation>已解除矛盾</translation>
    </message>
    <message>
        <source>Kind or scope changed</source>
        <translation>类型或范围已更改</translation>
    </message>
    <message>
        <source>%1 %</source>
        <comment>percentage</comment>
        <translation>%1%</translation>
    </message>
    <message>
        <source>Round %1 · %2 · attempt %3</source>
        <comment>place of a use</comment>
        <translation>第 %1 轮 · %2 · 第 %3 次尝试</translation>
    </message>
</context>
<context>
    <name>NewRun</name>
    <message>
        <source>There is no suite yet. Import one first.</source>
        <translation>还没有任务集。请先导入一个。</translation>
    </message>
    <message>
        <source>Choose a suite.</source>
        <translation>请选择任务集。</translation>
    </message>
    <message>
        <source>Write &quot;student&quot;, or &quot;openai:&quot; and the name of a model.</source>
        <translation>请填写“student”，或“openai:”加模型名称。</translation>
    </message>
    <message>
        <source>No server is connected for this model. Press Connect.</source>
        <translation>此模型尚未连接服务器。请点击“连接”。</translation>
    </message>
    <message>
        <source>A name that is only a number would be taken for a run&apos;s number.</source>
        <translation>仅由数字组成的名称会被当作运行编号。</translation>
    </message>
</context>
<context>
    <name>PromptDiff</name>
    <message>
        <source>Rules</source>
        <translation>规则</translation>
    </message>
    <message>
        <source>Strategy</source>
        <translation>策略</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>setting and its value</comment>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>From version %1 to version %2</source>
        <translation>从版本 %1 到版本 %2</translation>
    </message>
    <message>
        <source>The prompts say the same.</source>
        <translation>两份提示词内容相同。</translation>
    </message>
    <message>
        <source>%1 % of the prompt differs.</source>
        <translation>提示词有 %1% 不同。</translation>
    </message>
</context>
<context>
    <name>PromptPage</name>
    <message>
        <source>System</source>
        <comment>part of a prompt</comment>
        <translation>系统</translation>
    </message>
    <message>
        <source>Rules</source>
        <comment>part of a prompt</comment>
        <translation>规则</translation>
    </message>
    <message>
        <source>Memories</source>
        <comment>part of a prompt</comment>
        <translation>记忆</translation>
    </message>
    <message>
        <source>Task</source>
        <comment>part of a prompt</comment>
        <translation>任务</translation>
    </message>
    <message>
        <source>Reflection</source>
        <comment>part of a prompt</comment>
        <translation>反思</translation>
    </message>
    <message>
        <source>Feedback on the previous attempt</source>
        <comment>part of a prompt</comment>
        <translation>对上一次尝试的反馈</translation>
    </message>
    <message>
        <source>Plan</source>
        <comment>part of a prompt</comment>
        <translation>计划</translation>
    </message>
    <message>
        <source>The model ended by itself.</source>
        <translation>模型自行结束。</translation>
    </message>
    <message>
        <source>The answer reached its limit of tokens.</source>
        <translation>回答达到词元上限。</translation>
    </message>
    <message>
        <source>The model gave no reason for its end.</source>
        <translation>模型未给出结束原因。</translation>
    </message>
    <message>
        <source>The model ended: %1</source>
        <translation>模型结束：%1</translation>
    </message>
    <message>
        <source>The server seems to have cut this prompt: it counted %1 tokens, we estimate %2.</source>
        <translation>服务器似乎截断了此提示词：它计数 %1 个词元，我们估计为 %2 个。</translation>
    </message>
    <message>
        <source>The answer was cut off at its limit of tokens.</source>
        <translation>回答在词元上限处被截断。</translation>
    </message>
    <message numerus="yes">
        <source>%n tokens</source>
        <translation>
            <numerusform>%n 个词元</numerusform>
        </translation>
    </message>
    <message>
        <source>Answer of the model</source>
        <translation>模型的回答</translation>
    </message>
</context>
<context>
    <name>ReasonWords</name>
    <message>
        <source>%1 %2</source>
        <comment>two whole sentences after each other</comment>
        <translation>%1%2</translation>
    </message>
    <message>
        <source>Takes back the hold of version %1 from round %2.</source>
        <translation>撤销第 %2 轮对版本 %1 的锁定。</translation>
    </message>
    <message>
        <source>Takes back the rollback from version %1 to version %2 after round %3.</source>
        <translation>撤销第 %3 轮后从版本 %1 到版本 %2 的回滚。</translation>
    </message>
    <message>
        <source>%1 Its reason was: %2</source>
        <comment>a whole sentence, then the reason of what it takes back</comment>
        <translation>%1其理由是：%2</translation>
    </message>
    <message numerus="yes">
        <source>%n edit(s) from the reflections of this round.</source>
        <translation>
            <numerusform>来自本轮反思的 %n 处编辑。</numerusform>
        </translation>
    </message>
    <message>
        <source>Most frequent cause: %1 (%2 of %3 reflections).</source>
        <comment>a kind of mistake and counts</comment>
        <translation>最常见的原因：%1（%3 份反思中有 %2 份）。</translation>
    </message>
    <message numerus="yes">
        <source>%n proposed edit(s) left out.</source>
        <translation>
            <numerusform>略去了 %n 处提议的编辑。</numerusform>
        </translation>
    </message>
    <message>
        <source>Version %1 solved %2 of %3, within the trust region of version %4. Updates go on.</source>
        <translation>版本 %1 在 %3 个任务中解决了 %2 个，处于版本 %4 的信赖域内。更新继续进行。</translation>
    </message>
    <message>
        <source>Version %1 solved %2 of %3, %4 points below version %5 (%6 of %7); the trust region is %8 points. Updates are frozen and version %9 is used from round %10.</source>
        <translation>版本 %1 在 %3 个任务中解决了 %2 个，比版本 %5（%7 个中解决 %6 个）低 %4 个百分点；信赖域为 %8 个百分点。更新已冻结，从第 %10 轮起使用版本 %9。</translation>
    </message>
    <message>
        <source>The optimiser proposes no edit.</source>
        <translation>优化器没有提出任何编辑。</translation>
    </message>
    <message>
        <source>No proposed edit is valid. The first one: %1</source>
        <comment>1 is a whole sentence</comment>
        <translation>提议的编辑均无效。第一处：%1</translation>
    </message>
    <message>
        <source>No edit was left after the checks.</source>
        <translation>检查之后没有剩下任何编辑。</translation>
    </message>
    <message>
        <source>Within the edit bound; the guard watches what it does.</source>
        <translation>未超出编辑上限；其效果由安全守卫监视。</translation>
    </message>
    <message>
        <source>The prompt as it comes with the program, without rules.</source>
        <translation>程序自带的提示词，不含规则。</translation>
    </message>
    <message>
        <source>The rule is not general: it holds a program.</source>
        <translation>规则不具一般性：其中含有程序。</translation>
    </message>
    <message>
        <source>The rule is not general: it names the function “%1” of the task.</source>
        <translation>规则不具一般性：其中提到了任务的函数“%1”。</translation>
    </message>
    <message>
        <source>The rule is not general: it names the task “%1”.</source>
        <translation>规则不具一般性：其中提到了任务“%1”。</translation>
    </message>
    <message>
        <source>The rule is not general: it names “%1”, an identifier of the task.</source>
        <translation>规则不具一般性：其中提到了任务的标识符“%1”。</translation>
    </message>
    <message>
        <source>The rule is not general: it quotes “%1…”.</source>
        <translation>规则不具一般性：其中引用了“%1…”。</translation>
    </message>
    <message>
        <source>The rule is not general: it quotes “%1”, a value of the task.</source>
        <translation>规则不具一般性：其中引用了任务的值“%1”。</translation>
    </message>
    <message>
        <source>The rule is not general: it holds the value %1.</source>
        <translation>规则不具一般性：其中含有具体的值 %1。</translation>
    </message>
    <message numerus="yes">
        <source>A merge of %n rule(s) is no edit.</source>
        <translation>
            <numerusform>合并 %n 条规则不构成编辑。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>A change or drop of %n rule(s) is no edit.</source>
        <translation>
            <numerusform>修改或删除 %n 条规则不构成编辑。</numerusform>
        </translation>
    </message>
    <message>
        <source>There is no rule %1.</source>
        <comment>id of a rule</comment>
        <translation>没有规则 %1。</translation>
    </message>
    <message>
        <source>This update edits rule %1 already.</source>
        <translation>此更新已编辑过规则 %1。</translation>
    </message>
    <message>
        <source>The rule has no text.</source>
        <translation>规则没有文本。</translation>
    </message>
    <message>
        <source>The rule has %1 characters; %2 are allowed.</source>
        <translation>规则有 %1 个字符；最多允许 %2 个。</translation>
    </message>
    <message>
        <source>Rule %1 said the same and was dropped in version %2.</source>
        <translation>规则 %1 说的是同一件事，已在版本 %2 中删除。</translation>
    </message>
    <message>
        <source>An earlier edit of this update says the same.</source>
        <translation>此更新中较早的一处编辑说的是同一件事。</translation>
    </message>
    <message>
        <source>Rule %1 says the same already.</source>
        <translation>规则 %1 已说过同样的内容。</translation>
    </message>
    <message>
        <source>There is no room: %1 rules and %2 tokens are allowed.</source>
        <translation>没有空间：最多允许 %1 条规则和 %2 个词元。</translation>
    </message>
    <message>
        <source>It would change %1 % of the prompt; the edit bound allows %2 %.</source>
        <translation>它会改动提示词的 %1%；编辑上限为 %2%。</translation>
    </message>
    <message>
        <source>It makes room: solved under it %1, failed %2.</source>
        <translation>用于腾出空间：在其作用下解决 %1 个，失败 %2 个。</translation>
    </message>
    <message>
        <source>The run was asked to stop.</source>
        <translation>已请求停止运行。</translation>
    </message>
    <message>
        <source>The budget of %1 tokens is used up.</source>
        <translation>%1 个词元的预算已用完。</translation>
    </message>
    <message>
        <source>The budget of %1 is used up.</source>
        <comment>an amount of money</comment>
        <translation>%1 的费用预算已用完。</translation>
    </message>
    <message numerus="yes">
        <source>The budget of %n attempt(s) is used up.</source>
        <translation>
            <numerusform>%n 次尝试的预算已用完。</numerusform>
        </translation>
    </message>
    <message>
        <source>The time budget of %1 s is used up.</source>
        <translation>%1 秒的时间预算已用完。</translation>
    </message>
    <message>
        <source>Solved at attempt %1.</source>
        <translation>在第 %1 次尝试时解决。</translation>
    </message>
    <message>
        <source>Failed at attempt %1, solved at attempt %2.</source>
        <translation>第 %1 次尝试失败，第 %2 次尝试解决。</translation>
    </message>
    <message>
        <source>Failed in round %1, mended in round %2.</source>
        <translation>第 %1 轮失败，第 %2 轮修正。</translation>
    </message>
    <message numerus="yes">
        <source>Still failing after %n attempt(s) in round %1.</source>
        <translation>
            <numerusform>第 %1 轮尝试 %n 次后仍然失败。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Failed after %n attempt(s); waits for a later round.</source>
        <translation>
            <numerusform>尝试 %n 次后失败；留待以后的轮次。</numerusform>
        </translation>
    </message>
    <message>
        <source>From a reflection on attempt %1.</source>
        <translation>来自对第 %1 次尝试的反思。</translation>
    </message>
    <message>
        <source>The task changed; its newer solution replaces the older one.</source>
        <translation>任务已变更；较新的解答取代了旧的解答。</translation>
    </message>
    <message numerus="yes">
        <source>Carried by %n attempt(s), %1 of them solved.</source>
        <translation>
            <numerusform>被 %n 次尝试携带，其中 %1 次解决。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Met again %n time(s).</source>
        <translation>
            <numerusform>再次遇到 %n 次。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Not mended within %n round(s).</source>
        <translation>
            <numerusform>%n 轮之内未修正。</numerusform>
        </translation>
    </message>
    <message>
        <source>Least useful above the capacity of %1 (usefulness %2).</source>
        <translation>超出容量 %1 的记忆中用处最小（用处 %2）。</translation>
    </message>
    <message>
        <source>A person undid an earlier act.</source>
        <translation>有人撤销了先前的操作。</translation>
    </message>
    <message>
        <source>From what made attempt %1 pass.</source>
        <translation>来自使第 %1 次尝试通过的改动。</translation>
    </message>
    <message>
        <source>Says the same as another entry (similarity %1).</source>
        <translation>与另一条记忆内容相同（相似度 %1）。</translation>
    </message>
    <message numerus="yes">
        <source>Took in %n near-duplicate(s).</source>
        <translation>
            <numerusform>并入了 %n 条近似重复的记忆。</numerusform>
        </translation>
    </message>
    <message>
        <source>Says the opposite of another lesson (“%1”).</source>
        <translation>与另一条经验相反（“%1”）。</translation>
    </message>
    <message>
        <source>Contradicts an entry with better evidence: %1 of %2 solved against %3 of %4.</source>
        <translation>与证据更充分的记忆相矛盾：使用 %2 次解决 %1 次，对方使用 %4 次解决 %3 次。</translation>
    </message>
    <message>
        <source>Stays; number %1 to be forgotten (usefulness %2).</source>
        <translation>保留；排在遗忘顺序的第 %1 位（用处 %2）。</translation>
    </message>
    <message>
        <source>Never forgotten: pinned, or written by a person.</source>
        <translation>永不遗忘：已固定，或由人撰写。</translation>
    </message>
    <message numerus="yes">
        <source>Most frequent cause: %1 (%n times).</source>
        <translation>
            <numerusform>最常见的原因：%1（%n 次）。</numerusform>
        </translation>
    </message>
    <message>
        <source>an empty program passed</source>
        <comment>an integrity check</comment>
        <translation>空程序通过了</translation>
    </message>
    <message>
        <source>a test that nothing can pass was passed</source>
        <comment>an integrity check</comment>
        <translation>不可能通过的测试被通过了</translation>
    </message>
    <message>
        <source>tests differ from those that the run began with</source>
        <comment>an integrity check</comment>
        <translation>测试与运行开始时不同</translation>
    </message>
    <message>
        <source>success jumped</source>
        <comment>an integrity check</comment>
        <translation>成功率突然跃升</translation>
    </message>
    <message>
        <source>Version %1 against version %2 on the same tasks: %3 pairs, %4 better, %5 worse.</source>
        <translation>版本 %1 与版本 %2 在相同任务上比较：%3 对，%4 对更好，%5 对更差。</translation>
    </message>
    <message>
        <source>The loss is certain: version %1 is used from round %2.</source>
        <translation>变差已确定：从第 %2 轮起使用版本 %1。</translation>
    </message>
    <message>
        <source>That is below the trust region: updates are frozen until it is certain.</source>
        <translation>已低于信赖域：在确定之前冻结更新。</translation>
    </message>
    <message>
        <source>Updates go on.</source>
        <translation>更新继续。</translation>
    </message>
    <message>
        <source>It is certainly worse.</source>
        <comment>how a trial ended</comment>
        <translation>可以确定变差。</translation>
    </message>
    <message>
        <source>It is certainly better.</source>
        <comment>how a trial ended</comment>
        <translation>可以确定变好。</translation>
    </message>
    <message>
        <source>No gain at the first look.</source>
        <comment>how a trial ended</comment>
        <translation>首次检查时没有增益。</translation>
    </message>
    <message>
        <source>Too little gain at the second look.</source>
        <comment>how a trial ended</comment>
        <translation>第二次检查时增益太小。</translation>
    </message>
    <message>
        <source>Enough gain after all pairs.</source>
        <comment>how a trial ended</comment>
        <translation>全部配对后增益足够。</translation>
    </message>
    <message>
        <source>Too little gain after all pairs.</source>
        <comment>how a trial ended</comment>
        <translation>全部配对后增益太小。</translation>
    </message>
    <message>
        <source>Won its trial: %1 pairs, %2 better, %3 worse.</source>
        <translation>试验获胜：%1 对，%2 对更好，%3 对更差。</translation>
    </message>
    <message>
        <source>Lost its trial: %1 pairs, %2 better, %3 worse.</source>
        <translation>试验失败：%1 对，%2 对更好，%3 对更差。</translation>
    </message>
    <message>
        <source>Lost the race of %1 candidates: %2 % of %3 learn tasks, the best %4 %.</source>
        <translation>在 %1 个候选的竞赛中落败：%3 个学习任务中成功 %2 %，最佳为 %4 %。</translation>
    </message>
    <message>
        <source>A person refused it.</source>
        <translation>被人工拒绝。</translation>
    </message>
    <message>
        <source>A person refused it: %1</source>
        <translation>被人工拒绝：%1</translation>
    </message>
    <message>
        <source>An integrity check fails: %1 (task %2).</source>
        <translation>防作弊检查未通过：%1（任务 %2）。</translation>
    </message>
    <message numerus="yes">
        <source>The strategy search chose %n other option(s).</source>
        <translation>
            <numerusform>策略搜索改选了 %n 个选项。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Crossed with version %1: %n rule(s) from there.</source>
        <translation>
            <numerusform>与版本 %1 杂交：从中取 %n 条规则。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The whole prompt written anew, with %n rule(s).</source>
        <translation>
            <numerusform>整个提示词重写，含 %n 条规则。</numerusform>
        </translation>
    </message>
    <message>
        <source>Update %1 of round %2 waits for a person&apos;s approval.</source>
        <translation>第 %2 轮的更新 %1 等待人工批准。</translation>
    </message>
    <message>
        <source>An integrity check fails: %1.</source>
        <translation>防作弊检查未通过：%1。</translation>
    </message>
    <message>
        <source>The update is not promoted.</source>
        <translation>该更新不予采用。</translation>
    </message>
    <message>
        <source>All tasks are learnt; the run waits for new ones in %1.</source>
        <translation>所有任务都已学完；运行正在等待 %1 中的新任务。</translation>
    </message>
</context>
<context>
    <name>ReflectionPage</name>
    <message>
        <source>Line %1</source>
        <translation>第 %1 行</translation>
    </message>
    <message>
        <source>Lessons</source>
        <comment>kind of memory: what is worth remembering beyond one task</comment>
        <translation>经验</translation>
    </message>
    <message>
        <source>What failed</source>
        <translation>失败之处</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>原因分析</translation>
    </message>
    <message>
        <source>What to change</source>
        <translation>如何修改</translation>
    </message>
    <message>
        <source>Cause</source>
        <comment>fault family that a reflection names</comment>
        <translation>故障类别</translation>
    </message>
    <message>
        <source>Style</source>
        <translation>风格</translation>
    </message>
    <message>
        <source>%1 of 10</source>
        <comment>style score</comment>
        <translation>%1/10</translation>
    </message>
    <message>
        <source>In the model&apos;s own words</source>
        <translation>模型原文</translation>
    </message>
    <message>
        <source>Made by rules from the verdict: no model gave JSON.</source>
        <translation>由规则根据判定生成：没有模型给出 JSON。</translation>
    </message>
    <message>
        <source>This reflection came without JSON.</source>
        <translation>这份反思没有 JSON。</translation>
    </message>
</context>
<context>
    <name>RollbackText</name>
    <message>
        <source>Hold version %1?</source>
        <translation>锁定版本 %1？</translation>
    </message>
    <message>
        <source>Roll back to version %1?</source>
        <translation>回滚到版本 %1？</translation>
    </message>
    <message>
        <source>Version %1 becomes current and is used when the run is continued.</source>
        <translation>版本 %1 成为当前版本，并在运行继续时使用。</translation>
    </message>
    <message>
        <source>Run %1 uses version %2 again from round %3.</source>
        <comment>run name, version, round</comment>
        <translation>运行“%1”从第 %3 轮起重新使用版本 %2。</translation>
    </message>
    <message>
        <source>Round %1 finishes under version %2.</source>
        <translation>第 %1 轮仍以版本 %2 完成。</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>two whole sentences after each other</comment>
        <translation>%1%2</translation>
    </message>
    <message>
        <source>Version %1: %2 of %3 solved, %4.</source>
        <translation>版本 %1：%3 个中解决 %2 个，%4。</translation>
    </message>
    <message>
        <source>Version %1: no task tried yet.</source>
        <translation>版本 %1：尚未尝试任何任务。</translation>
    </message>
    <message>
        <source>Version %1 (now): %2 of %3 solved, %4.</source>
        <translation>版本 %1（当前）：%3 个中解决 %2 个，%4。</translation>
    </message>
    <message>
        <source>Version %1 (now): no task tried yet.</source>
        <translation>版本 %1（当前）：尚未尝试任何任务。</translation>
    </message>
    <message>
        <source>Nothing is deleted. Memories do not change. You can undo this.</source>
        <translation>不删除任何内容。记忆不变。可撤销。</translation>
    </message>
    <message>
        <source>Every version stays in the tree. %1</source>
        <comment>1 is a whole sentence</comment>
        <translation>所有版本都保留在树中。%1</translation>
    </message>
    <message>
        <source>Version %1 stays in the tree. %2</source>
        <comment>2 is a whole sentence</comment>
        <translation>版本 %1 保留在树中。%2</translation>
    </message>
    <message>
        <source>Versions %1–%2 stay in the tree. %3</source>
        <comment>3 is a whole sentence</comment>
        <translation>版本 %1–%2 保留在树中。%3</translation>
    </message>
</context>
<context>
    <name>SafetyDetails</name>
    <message>
        <source>Numbers</source>
        <translation>数据</translation>
    </message>
    <message>
        <source>Version %1: %2.</source>
        <comment>version, then its success</comment>
        <translation>版本 %1：%2。</translation>
    </message>
    <message>
        <source>Best version %1: %2.</source>
        <comment>version, then its success</comment>
        <translation>最佳版本 %1：%2。</translation>
    </message>
    <message>
        <source>Drop %1 points; the trust region allows %2.</source>
        <translation>下降 %1 个百分点；信赖域允许 %2 个。</translation>
    </message>
    <message numerus="yes">
        <source>Evaluation window: the last %n outcome(s) of a version.</source>
        <translation>
            <numerusform>评估窗口：一个版本最近的 %n 个结果。</numerusform>
        </translation>
    </message>
    <message>
        <source>From version %1 to version %2, used from round %3.</source>
        <translation>从版本 %1 到版本 %2，自第 %3 轮起使用。</translation>
    </message>
    <message>
        <source>Version %1.</source>
        <translation>版本 %1。</translation>
    </message>
    <message>
        <source>Decided by a person in round %1.</source>
        <translation>由人在第 %1 轮决定。</translation>
    </message>
    <message>
        <source>Decided by the guard after round %1.</source>
        <translation>由安全守卫在第 %1 轮后决定。</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>理由</translation>
    </message>
    <message>
        <source>The version is held: no automatic updates until a person allows them.</source>
        <translation>版本已锁定：在有人允许之前不自动更新。</translation>
    </message>
    <message>
        <source>Between two equally good versions this rule would fire in %1 of 100 cases (simulated).</source>
        <comment>false alarm rate</comment>
        <translation>在两个同样好的版本之间，此规则会在 100 例中误触发 %1 例（模拟所得）。</translation>
    </message>
</context>
<context>
    <name>TaskWords</name>
    <message>
        <source>Reference %1 is red on the visible tests.</source>
        <translation>参考解答 %1 未通过可见测试。</translation>
    </message>
    <message>
        <source>Reference %1 is red on the hidden tests.</source>
        <translation>参考解答 %1 未通过隐藏测试。</translation>
    </message>
    <message>
        <source>Reference %1 is red on the visible test “%2”.</source>
        <translation>参考解答 %1 未通过可见测试“%2”。</translation>
    </message>
    <message>
        <source>Reference %1 is red on the hidden test “%2”.</source>
        <translation>参考解答 %1 未通过隐藏测试“%2”。</translation>
    </message>
    <message>
        <source>Function</source>
        <translation>函数</translation>
    </message>
    <message>
        <source>Program (standard input)</source>
        <translation>程序（标准输入）</translation>
    </message>
    <message>
        <source>Test files</source>
        <translation>测试文件</translation>
    </message>
    <message>
        <source>Repository</source>
        <translation>代码仓库</translation>
    </message>
    <message>
        <source>Visible</source>
        <comment>test</comment>
        <translation>可见</translation>
    </message>
    <message>
        <source>Hidden</source>
        <comment>test</comment>
        <translation>隐藏</translation>
    </message>
    <message>
        <source>Program and tests in two processes</source>
        <translation>程序与测试分处两个进程</translation>
    </message>
    <message>
        <source>In one process</source>
        <translation>同一进程</translation>
    </message>
    <message>
        <source>The task has no key.</source>
        <translation>任务没有键。</translation>
    </message>
    <message>
        <source>The key holds a space.</source>
        <translation>键中有空格。</translation>
    </message>
    <message>
        <source>Another task of this suite has this key.</source>
        <translation>本任务集中另一个任务已有此键。</translation>
    </message>
    <message>
        <source>The statement is empty.</source>
        <translation>题目说明为空。</translation>
    </message>
    <message>
        <source>The entry point is empty.</source>
        <translation>入口点为空。</translation>
    </message>
    <message>
        <source>There is no hidden test: nothing can be judged.</source>
        <translation>没有隐藏测试：无法判定。</translation>
    </message>
    <message>
        <source>The test “%1” is empty.</source>
        <translation>测试“%1”为空。</translation>
    </message>
    <message>
        <source>The path “%1” does not stay below the work folder.</source>
        <translation>路径“%1”超出工作文件夹。</translation>
    </message>
    <message>
        <source>The repository has neither a name nor a folder.</source>
        <translation>代码仓库既无名称也无文件夹。</translation>
    </message>
    <message>
        <source>The starter code is green on the hidden tests: nothing is left to do.</source>
        <translation>起始代码已通过隐藏测试：无事可做。</translation>
    </message>
    <message>
        <source>An empty program is green on the hidden tests: they test nothing.</source>
        <translation>空程序也通过隐藏测试：这些隐藏测试什么也没有检验。</translation>
    </message>
    <message>
        <source>There is no reference solution: nothing shows that the task can be solved.</source>
        <translation>没有参考解答：无法证明任务可解。</translation>
    </message>
    <message>
        <source>The visible test “%1” is a hidden test, too.</source>
        <translation>可见测试“%1”同时也是隐藏测试。</translation>
    </message>
    <message>
        <source>The name “%1” comes twice.</source>
        <translation>名称“%1”重复。</translation>
    </message>
    <message>
        <source>The folder of the local clone is empty.</source>
        <translation>本地克隆的文件夹为空。</translation>
    </message>
    <message>
        <source>The base commit is empty.</source>
        <translation>基准提交为空。</translation>
    </message>
    <message>
        <source>No test is named that must turn green.</source>
        <translation>没有指定必须变为通过的测试。</translation>
    </message>
    <message>
        <source>Not run: that takes a local clone, a base commit, test commands and an accepted patch.</source>
        <translation>未运行：需要本地克隆、基准提交、测试命令和已接受的补丁。</translation>
    </message>
    <message>
        <source>The reference could not be run on this machine: whether the task is sound was not checked.</source>
        <translation>参考解答无法在本机运行：任务是否可靠未经检查。</translation>
    </message>
    <message>
        <source>Class: %1</source>
        <comment>error class</comment>
        <translation>类别：%1</translation>
    </message>
    <message>
        <source>Expected: %1</source>
        <translation>预期：%1</translation>
    </message>
    <message>
        <source>Got: %1</source>
        <translation>实际：%1</translation>
    </message>
    <message>
        <source>Line %1</source>
        <translation>第 %1 行</translation>
    </message>
    <message>
        <source>Give it a name of its own without spaces, such as “row_of_chairs”.</source>
        <translation>请取一个不含空格的独有名称，例如“row_of_chairs”。</translation>
    </message>
    <message>
        <source>Say what the program must do.</source>
        <translation>请说明程序必须做什么。</translation>
    </message>
    <message>
        <source>Name the function that the tests call.</source>
        <translation>请填写测试所调用的函数。</translation>
    </message>
    <message>
        <source>Add a hidden test.</source>
        <translation>请添加一个隐藏测试。</translation>
    </message>
    <message>
        <source>Write the test, or remove it.</source>
        <translation>请写好该测试，或将其移除。</translation>
    </message>
    <message>
        <source>Use a path such as “tests/test_area.py”.</source>
        <translation>请使用“tests/test_area.py”之类的路径。</translation>
    </message>
    <message>
        <source>Correct the reference or the test.</source>
        <translation>请改正参考解答或测试。</translation>
    </message>
    <message>
        <source>Take the solution out of the starter code, or test more.</source>
        <translation>请从起始代码中去掉解答，或增加测试。</translation>
    </message>
    <message>
        <source>Add a hidden test that fails without a solution.</source>
        <translation>请添加一个没有解答就会失败的隐藏测试。</translation>
    </message>
    <message>
        <source>Change one of the two: a test that the agent has seen decides nothing.</source>
        <translation>请修改其中之一：智能体见过的测试不能作为判据。</translation>
    </message>
    <message>
        <source>Give every test a name of its own.</source>
        <translation>请为每个测试取独有的名称。</translation>
    </message>
</context>
<context>
    <name>TestDetail</name>
    <message>
        <source>The program printed nothing.</source>
        <translation>程序没有任何输出。</translation>
    </message>
    <message>
        <source>The rest was cut off.</source>
        <translation>其余内容已截断。</translation>
    </message>
    <message>
        <source>CPU time: %1</source>
        <translation>CPU 时间：%1</translation>
    </message>
    <message>
        <source>Wall time: %1</source>
        <translation>实际用时：%1</translation>
    </message>
    <message>
        <source>Peak memory: %1</source>
        <comment>memory of the machine</comment>
        <translation>内存峰值：%1</translation>
    </message>
    <message>
        <source>Sandbox: %1</source>
        <translation>沙箱：%1</translation>
    </message>
    <message>
        <source>Gear: %1</source>
        <comment>how the sandbox was started</comment>
        <translation>运行方式：%1</translation>
    </message>
    <message>
        <source>Line %1 of the attempt&apos;s code</source>
        <translation>本次尝试代码的第 %1 行</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>kind of exception, and its message</comment>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>Expected</source>
        <comment>value of a test</comment>
        <translation>预期</translation>
    </message>
    <message>
        <source>Actual</source>
        <comment>value of a test</comment>
        <translation>实际</translation>
    </message>
    <message>
        <source>Test</source>
        <comment>code of a test</comment>
        <translation>测试</translation>
    </message>
    <message>
        <source>With the visible tests</source>
        <translation>可见测试时</translation>
    </message>
    <message>
        <source>With the hidden tests</source>
        <translation>隐藏测试时</translation>
    </message>
</context>
<context>
    <name>UpdateEvidence</name>
    <message>
        <source>Race on learn tasks: %1 of %2 solved.</source>
        <translation>学习任务上的竞赛：%2 个中解决 %1 个。</translation>
    </message>
    <message numerus="yes">
        <source>Trial on select tasks: %n pair(s), %1 better, %2 worse.</source>
        <translation>
            <numerusform>选择任务上的试验：%n 对，%1 对更好，%2 对更差。</numerusform>
        </translation>
    </message>
    <message>
        <source>Mean gain %1 points (95 %: %2 to %3). Evidence of a gain %4, of a loss %5; 20 decides.</source>
        <translation>平均增益 %1 个百分点（95 %：%2 至 %3）。增益证据 %4，损失证据 %5；达到 20 即作决定。</translation>
    </message>
    <message numerus="yes">
        <source>Audit after the promotion: %n pair(s), mean gain %1 points.</source>
        <translation>
            <numerusform>采用后的审核：%n 对，平均增益 %1 个百分点。</numerusform>
        </translation>
    </message>
    <message>
        <source>At most %1 points (95 %, one-sided).</source>
        <translation>至多 %1 个百分点（95 %，单侧）。</translation>
    </message>
</context>
<context>
    <name>VerdictWords</name>
    <message>
        <source>Passed</source>
        <comment>one test</comment>
        <translation>通过</translation>
    </message>
    <message>
        <source>Failed</source>
        <comment>one test</comment>
        <translation>失败</translation>
    </message>
    <message>
        <source>Stopped by an error</source>
        <comment>one test</comment>
        <translation>因错误中止</translation>
    </message>
    <message>
        <source>Not run</source>
        <comment>one test</comment>
        <translation>未运行</translation>
    </message>
    <message>
        <source>none (no protection)</source>
        <comment>sandbox</comment>
        <translation>无（没有保护）</translation>
    </message>
    <message>
        <source>warm: a fresh child of a prepared process</source>
        <translation>预热：由就绪进程派生的全新子进程</translation>
    </message>
    <message>
        <source>single: one sandbox for this attempt</source>
        <translation>独立：为本次尝试单设一个沙箱</translation>
    </message>
    <message>
        <source>pytest: the suite&apos;s own test files</source>
        <translation>pytest：任务集自带的测试文件</translation>
    </message>
    <message>
        <source>Fault of this machine. Not counted. Retried %1 of %2.</source>
        <translation>本机故障。不计入统计。已重试 %1/%2 次。</translation>
    </message>
    <message>
        <source>No verdict</source>
        <translation>没有判定</translation>
    </message>
    <message>
        <source>Visible tests passed</source>
        <translation>可见测试已通过</translation>
    </message>
    <message>
        <source>Recalled: solved with its own solution in the prompt</source>
        <translation>记忆复现：提示词中含有该题自己的解答</translation>
    </message>
    <message>
        <source>Solved</source>
        <translation>已解决</translation>
    </message>
    <message>
        <source>Failed: %1</source>
        <comment>error class</comment>
        <translation>失败：%1</translation>
    </message>
    <message>
        <source>cached: the same program was run before</source>
        <translation>缓存：相同的程序先前已运行过</translation>
    </message>
    <message>
        <source>Syntax</source>
        <comment>a check of code</comment>
        <translation>语法</translation>
    </message>
    <message>
        <source>Format</source>
        <comment>a check of code</comment>
        <translation>格式</translation>
    </message>
    <message>
        <source>Lint</source>
        <comment>a check of code</comment>
        <translation>静态检查</translation>
    </message>
    <message>
        <source>Types</source>
        <comment>a check of code</comment>
        <translation>类型</translation>
    </message>
</context>
<context>
    <name>VersionDetails</name>
    <message>
        <source>Used in round %1.</source>
        <translation>用于第 %1 轮。</translation>
    </message>
    <message numerus="yes">
        <source>Used in %n round(s), first in round %1.</source>
        <translation>
            <numerusform>用于 %n 轮，首次在第 %1 轮。</numerusform>
        </translation>
    </message>
    <message>
        <source>Version %1 – current and held</source>
        <translation>版本 %1 – 当前版本，已锁定</translation>
    </message>
    <message>
        <source>Version %1 – current</source>
        <translation>版本 %1 – 当前版本</translation>
    </message>
    <message>
        <source>Version %1</source>
        <translation>版本 %1</translation>
    </message>
    <message>
        <source>Learn tasks: %1.</source>
        <translation>学习任务：%1。</translation>
    </message>
    <message>
        <source>Select tasks: %1.</source>
        <translation>选择任务：%1。</translation>
    </message>
    <message numerus="yes">
        <source>It rests on %n reflection(s).</source>
        <translation>
            <numerusform>依据 %n 份反思。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n rule(s)</source>
        <translation>
            <numerusform>%n 条规则</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 · since version %2 · solved under it %3, failed %4</source>
        <comment>rule id, then its record</comment>
        <translation>%1 · 始于版本 %2 · 使用时解决 %3 次，失败 %4 次</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>setting and its value</comment>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>Strategy</source>
        <translation>策略</translation>
    </message>
    <message>
        <source>%1 after round %2, from version %3.</source>
        <comment>1: accepted, rejected or not yet decided</comment>
        <translation>第 %2 轮后%1，基于版本 %3。</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>an edit and its text</comment>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>%1 % of the prompt changes.</source>
        <translation>提示词有 %1% 改变。</translation>
    </message>
    <message>
        <source>Validation: %1</source>
        <translation>验证：%1</translation>
    </message>
    <message>
        <source>%1, from version %2.</source>
        <comment>origin and parent</comment>
        <translation>%1，源自版本 %2。</translation>
    </message>
    <message>
        <source>%1.</source>
        <comment>origin as a sentence</comment>
        <translation>%1。</translation>
    </message>
    <message>
        <source>Why it exists</source>
        <translation>产生缘由</translation>
    </message>
    <message numerus="yes">
        <source>%1 (%n times)</source>
        <comment>cause of failures and how often</comment>
        <translation>
            <numerusform>%1（%n 次）</numerusform>
        </translation>
    </message>
    <message>
        <source>Published on %1.</source>
        <translation>已发布到%1渠道。</translation>
    </message>
    <message>
        <source>Crossed with version %1.</source>
        <translation>与版本 %1 杂交。</translation>
    </message>
    <message>
        <source>Runs with the adapter %1.</source>
        <translation>使用适配器 %1 运行。</translation>
    </message>
</context>
<context>
    <name>VersionWords</name>
    <message>
        <source>First version</source>
        <translation>首个版本</translation>
    </message>
    <message>
        <source>Written from reflections</source>
        <translation>根据反思写成</translation>
    </message>
    <message>
        <source>Found by strategy search</source>
        <translation>由策略搜索找到</translation>
    </message>
    <message>
        <source>Chosen by the meta controller</source>
        <translation>由元控制器选定</translation>
    </message>
    <message>
        <source>Written by a person</source>
        <translation>由人撰写</translation>
    </message>
    <message>
        <source>Rewritten as a whole</source>
        <translation>整体重写</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>继续</translation>
    </message>
    <message>
        <source>Updates frozen</source>
        <translation>更新已冻结</translation>
    </message>
    <message>
        <source>Updates allowed again</source>
        <translation>重新允许更新</translation>
    </message>
    <message>
        <source>Rollback and hold</source>
        <translation>回滚并锁定</translation>
    </message>
    <message>
        <source>Rollback</source>
        <translation>回滚</translation>
    </message>
    <message>
        <source>Rollback undone</source>
        <translation>回滚已撤销</translation>
    </message>
    <message>
        <source>Version held</source>
        <translation>版本已锁定</translation>
    </message>
    <message>
        <source>Hold released</source>
        <translation>锁定已解除</translation>
    </message>
    <message>
        <source>Integrity check failed</source>
        <translation>未通过防作弊检查</translation>
    </message>
    <message>
        <source>Not yet decided</source>
        <translation>尚未决定</translation>
    </message>
    <message>
        <source>Accepted</source>
        <translation>已采纳</translation>
    </message>
    <message>
        <source>Rejected</source>
        <translation>已否决</translation>
    </message>
    <message>
        <source>%1 % (%2–%3 %)</source>
        <comment>success rate with its interval</comment>
        <translation>%1%（%2–%3%）</translation>
    </message>
    <message>
        <source>no task tried yet</source>
        <translation>尚未尝试任何任务</translation>
    </message>
    <message>
        <source>%1 of %2 solved, %3</source>
        <comment>3 is the rate with its interval</comment>
        <translation>%2 个中解决 %1 个，%3</translation>
    </message>
    <message numerus="yes">
        <source>%n rule(s) leave the prompt</source>
        <comment>part of a list</comment>
        <translation>
            <numerusform>%n 条规则离开提示词</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n rule(s) return</source>
        <comment>part of a list</comment>
        <translation>
            <numerusform>%n 条规则恢复</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n rule(s) change</source>
        <comment>part of a list</comment>
        <translation>
            <numerusform>%n 条规则改变</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n section(s) change</source>
        <comment>part of a list</comment>
        <translation>
            <numerusform>%n 个章节改变</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n strategy setting(s) change</source>
        <comment>part of a list</comment>
        <translation>
            <numerusform>%n 项策略设置改变</numerusform>
        </translation>
    </message>
    <message>
        <source>The prompt does not change.</source>
        <translation>提示词不变。</translation>
    </message>
    <message>
        <source>%1.</source>
        <comment>a list of changes as a sentence</comment>
        <translation>%1。</translation>
    </message>
    <message>
        <source>, </source>
        <comment>between the parts of a list</comment>
        <translation>，</translation>
    </message>
    <message>
        <source>Plan before the code</source>
        <translation>先计划再写代码</translation>
    </message>
    <message>
        <source>Write own tests</source>
        <translation>自写测试</translation>
    </message>
    <message>
        <source>Memories in a prompt</source>
        <translation>提示词中的记忆数</translation>
    </message>
    <message>
        <source>Temperature</source>
        <translation>温度</translation>
    </message>
    <message>
        <source>Attempts a task</source>
        <translation>每个任务的尝试次数</translation>
    </message>
    <message>
        <source>Checks before the tests</source>
        <translation>测试前的检查</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>是</translation>
    </message>
    <message>
        <source>no</source>
        <translation>否</translation>
    </message>
    <message>
        <source>none</source>
        <comment>no checks</comment>
        <translation>无</translation>
    </message>
    <message>
        <source>Adds a rule</source>
        <translation>新增一条规则</translation>
    </message>
    <message>
        <source>Changes %1</source>
        <translation>修改 %1</translation>
    </message>
    <message>
        <source>Merges %1</source>
        <translation>合并 %1</translation>
    </message>
    <message>
        <source>Drops %1</source>
        <translation>删除 %1</translation>
    </message>
    <message>
        <source>Version %1</source>
        <translation>版本 %1</translation>
    </message>
    <message>
        <source>Versions %1–%2</source>
        <translation>版本 %1–%2</translation>
    </message>
    <message>
        <source>role</source>
        <comment>section of the prompt: who the model is</comment>
        <translation>角色</translation>
    </message>
    <message>
        <source>instructions</source>
        <comment>section of the prompt</comment>
        <translation>指示</translation>
    </message>
    <message>
        <source>format</source>
        <comment>section of the prompt: of the answer</comment>
        <translation>格式</translation>
    </message>
    <message>
        <source>Section %1</source>
        <comment>1 is its name</comment>
        <translation>章节“%1”</translation>
    </message>
    <message>
        <source>Tags %1</source>
        <translation>给 %1 加标签</translation>
    </message>
    <message>
        <source>canary</source>
        <comment>channel that a version is published on</comment>
        <translation>试用</translation>
    </message>
    <message>
        <source>stable</source>
        <comment>channel that a version is published on</comment>
        <translation>稳定</translation>
    </message>
</context>
<context>
    <name>Wording</name>
    <message>
        <source>Waiting for the first token</source>
        <translation>等待首个词元</translation>
    </message>
    <message>
        <source>Waiting because the server limits the rate</source>
        <translation>因服务器限流而等待</translation>
    </message>
    <message>
        <source>Waiting to try the server again</source>
        <translation>等待重试服务器</translation>
    </message>
    <message>
        <source>Waiting for you</source>
        <translation>等待您的操作</translation>
    </message>
    <message>
        <source>Waiting for the sandbox</source>
        <translation>等待沙箱</translation>
    </message>
    <message>
        <source>Waiting because of the chosen speed</source>
        <translation>按所选速度等待</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>等待中</translation>
    </message>
    <message>
        <source>Not started</source>
        <translation>未启动</translation>
    </message>
    <message>
        <source>Running</source>
        <translation>运行中</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>已暂停</translation>
    </message>
    <message>
        <source>Finished</source>
        <translation>已完成</translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation>已停止</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>失败</translation>
    </message>
    <message>
        <source>Budget used up</source>
        <translation>预算已用完</translation>
    </message>
    <message>
        <source>Opening</source>
        <translation>准备</translation>
    </message>
    <message>
        <source>Comparing with the first version</source>
        <translation>与首个版本比较</translation>
    </message>
    <message>
        <source>Learning</source>
        <translation>学习</translation>
    </message>
    <message>
        <source>Remembering</source>
        <translation>整理记忆</translation>
    </message>
    <message>
        <source>Watching on other tasks</source>
        <translation>在其他任务上观察</translation>
    </message>
    <message>
        <source>Updating the prompt</source>
        <translation>更新提示词</translation>
    </message>
    <message>
        <source>Checking safety</source>
        <translation>安全检查</translation>
    </message>
    <message>
        <source>Measuring on held-out tasks</source>
        <translation>在留出任务上测量</translation>
    </message>
    <message>
        <source>Closing</source>
        <translation>收尾</translation>
    </message>
    <message>
        <source>A person&apos;s act</source>
        <translation>人的操作</translation>
    </message>
    <message numerus="yes">
        <source>about %n s left</source>
        <translation>
            <numerusform>约剩 %n 秒</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>about %n min left</source>
        <translation>
            <numerusform>约剩 %n 分钟</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>about %n h left</source>
        <translation>
            <numerusform>约剩 %n 小时</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, %2 s of %3 s</source>
        <comment>what is waited for, seconds so far, seconds at most</comment>
        <translation>%1，%2/%3 秒</translation>
    </message>
    <message>
        <source>%1, %2 s</source>
        <comment>what is waited for, seconds so far</comment>
        <translation>%1，%2 秒</translation>
    </message>
    <message>
        <source>%1k</source>
        <comment>thousands of tokens</comment>
        <translation>%1k</translation>
    </message>
    <message>
        <source>%1M</source>
        <comment>millions of tokens</comment>
        <translation>%1M</translation>
    </message>
    <message>
        <source>Simulated student – not a language model</source>
        <translation>模拟学生 – 不是语言模型</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>status of a run, and why</comment>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>Interrupted: the program ended while it ran. F5 continues it.</source>
        <translation>已中断：程序在运行期间退出。按 F5 继续。</translation>
    </message>
    <message>
        <source>Racing candidate versions</source>
        <translation>候选版本竞赛</translation>
    </message>
    <message>
        <source>Trying a candidate version</source>
        <translation>试验候选版本</translation>
    </message>
    <message>
        <source>Shadowing with the version before</source>
        <translation>用前一版本对照</translation>
    </message>
</context>
<context>
    <name>autodidact::ApprovalBar</name>
    <message>
        <source>Reason (optional)</source>
        <translation>理由（可选）</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>查看</translation>
    </message>
    <message>
        <source>Its edits and its evidence</source>
        <translation>其修改内容与证据</translation>
    </message>
    <message>
        <source>Approve</source>
        <translation>批准</translation>
    </message>
    <message>
        <source>Reject</source>
        <translation>否决</translation>
    </message>
    <message>
        <source>An update of round %1, from version %2, waits for you.</source>
        <translation>第 %1 轮的一项更新（基于版本 %2）等待您的决定。</translation>
    </message>
</context>
<context>
    <name>autodidact::AttemptPanel</name>
    <message>
        <source>Choose an attempt, or press F8 for the next failure.</source>
        <translation>请选择一次尝试，或按 F8 转到下一个失败。</translation>
    </message>
    <message>
        <source>Next failure</source>
        <translation>下一个失败</translation>
    </message>
</context>
<context>
    <name>autodidact::Breadcrumb</name>
    <message>
        <source>No run chosen</source>
        <translation>未选择运行</translation>
    </message>
    <message>
        <source>Run %1</source>
        <translation>运行 %1</translation>
    </message>
    <message>
        <source>Round %1</source>
        <translation>第 %1 轮</translation>
    </message>
    <message>
        <source>Task %1</source>
        <translation>任务 %1</translation>
    </message>
    <message>
        <source>Attempt %1</source>
        <translation>第 %1 次尝试</translation>
    </message>
</context>
<context>
    <name>autodidact::CloseQuestion</name>
    <message>
        <source>A run is live</source>
        <translation>有运行正在进行</translation>
    </message>
    <message>
        <source>Pause and Quit</source>
        <translation>暂停并退出</translation>
    </message>
    <message>
        <source>Stop and Quit</source>
        <translation>停止并退出</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>What is done so far is stored; the attempts under way are given up. A paused run waits until you continue it. A stopped run counts as ended, and can be continued too.</source>
        <translation>已完成的内容均已保存；正在进行的尝试会被放弃。已暂停的运行会等到您继续为止。已停止的运行视为已结束，也可以继续。</translation>
    </message>
</context>
<context>
    <name>autodidact::CodePage</name>
    <message>
        <source>&amp;Starter code</source>
        <translation>起始代码(&amp;S)</translation>
    </message>
    <message>
        <source>What the agent begins with; red on every hidden test.</source>
        <translation>智能体由此开始；每个隐藏测试都应不通过。</translation>
    </message>
    <message>
        <source>Test set-&amp;up</source>
        <translation>测试准备(&amp;U)</translation>
    </message>
    <message>
        <source>Runs on the side of the tests before each of them.</source>
        <translation>在每个测试之前，于测试一侧运行。</translation>
    </message>
    <message>
        <source>&amp;Reference solutions</source>
        <translation>参考解答(&amp;R)</translation>
    </message>
    <message>
        <source>Whole programs, each of them green on every test.</source>
        <translation>完整程序，每个都应通过全部测试。</translation>
    </message>
    <message>
        <source>Reference %1</source>
        <translation>参考解答 %1</translation>
    </message>
    <message>
        <source>Add a reference</source>
        <translation>添加参考解答</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>移除</translation>
    </message>
</context>
<context>
    <name>autodidact::CodeView</name>
    <message>
        <source>Line %1 was reached by the tests.</source>
        <translation>测试执行到了第 %1 行。</translation>
    </message>
    <message>
        <source>Line %1 was not reached by any test.</source>
        <translation>没有测试执行到第 %1 行。</translation>
    </message>
</context>
<context>
    <name>autodidact::ConnectDialog</name>
    <message>
        <source>Detect on this machine</source>
        <translation>检测本机</translation>
    </message>
    <message>
        <source>Test</source>
        <translation>测试</translation>
    </message>
    <message>
        <source>Use this model</source>
        <translation>使用此模型</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Connect a model server</source>
        <translation>连接模型服务器</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>地址</translation>
    </message>
    <message>
        <source>Key (optional)</source>
        <translation>密钥（可选）</translation>
    </message>
    <message>
        <source>Kept in memory until the program ends; never written anywhere.</source>
        <translation>只保存在内存中，直到程序结束；绝不写入任何地方。</translation>
    </message>
    <message>
        <source>or environment variable</source>
        <translation>或环境变量</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>Test lists what the server offers.</source>
        <translation>点击“测试”列出服务器提供的模型。</translation>
    </message>
    <message>
        <source>Looking for Ollama, llama.cpp, vLLM and LM Studio on this machine…</source>
        <translation>正在本机查找 Ollama、llama.cpp、vLLM 和 LM Studio…</translation>
    </message>
    <message>
        <source>Asking %1…</source>
        <translation>正在询问 %1…</translation>
    </message>
    <message>
        <source>No model server answers on this machine. Start one, or type the address of another machine.</source>
        <translation>本机没有模型服务器响应。请启动一个，或输入另一台机器的地址。</translation>
    </message>
    <message numerus="yes">
        <source>%1 at %2: %n models</source>
        <translation>
            <numerusform>%2 上的 %1：%n 个模型</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n models.</source>
        <translation>
            <numerusform>%n 个模型。</numerusform>
        </translation>
    </message>
    <message>
        <source>The server answers, but it offers no model. Load one there first.</source>
        <translation>服务器有响应，但没有提供模型。请先在服务器上加载一个模型。</translation>
    </message>
    <message>
        <source>The server answers, but the model %1 does not: %2</source>
        <translation>服务器有响应，但模型 %1 没有响应：%2</translation>
    </message>
    <message>
        <source>%1 It works: %2 began to answer after %3 ms and was done after %4 ms.</source>
        <translation>%1可以使用：%2 在 %3 毫秒后开始回答，%4 毫秒后完成。</translation>
    </message>
    <message>
        <source>Choose a model, or type its name.</source>
        <translation>选择一个模型，或输入其名称。</translation>
    </message>
    <message>
        <source>Write the address of a server, or press Detect.</source>
        <translation>请填写服务器地址，或点击“检测本机”。</translation>
    </message>
    <message>
        <source>This is no address of a model server. Write one such as http://localhost:11434 or https://api.openai.com/v1.</source>
        <translation>这不是模型服务器的地址。请填写类似 http://localhost:11434 或 https://api.openai.com/v1 的地址。</translation>
    </message>
    <message>
        <source>The server %1 cannot be used.</source>
        <translation>无法使用服务器 %1。</translation>
    </message>
</context>
<context>
    <name>autodidact::CreditDialog</name>
    <message>
        <source>No pair has a verdict.</source>
        <translation>没有一对得到判定。</translation>
    </message>
    <message numerus="yes">
        <source>%n pair(s): solved with it alone %1, without it alone %2.</source>
        <translation>
            <numerusform>%n 对：仅携带时解决 %1，仅不携带时解决 %2。</numerusform>
        </translation>
    </message>
    <message>
        <source>Difference %1 points (95 %: %2 to %3), McNemar test p = %4.</source>
        <translation>差异 %1 个百分点（95 %：%2 至 %3），McNemar 检验 p = %4。</translation>
    </message>
    <message numerus="yes">
        <source>%n pair(s) without a verdict, by a fault of this machine.</source>
        <translation>
            <numerusform>%n 对因本机故障没有判定。</numerusform>
        </translation>
    </message>
    <message>
        <source>Measure</source>
        <translation>测量</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Measure credit</source>
        <translation>测量贡献</translation>
    </message>
    <message>
        <source>Further draws of both</source>
        <translation>两者的额外抽样次数</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>No attempt of this run carried it.</source>
        <translation>本次运行中没有尝试携带过它。</translation>
    </message>
    <message numerus="yes">
        <source>Measuring takes %n call(s) of the model, about %1 tokens.</source>
        <translation>
            <numerusform>测量需要调用模型 %n 次，约 %1 个词元。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more cannot be made again.</source>
        <translation>
            <numerusform>另有 %n 次无法重做。</numerusform>
        </translation>
    </message>
    <message>
        <source>Measured before:</source>
        <translation>先前的测量：</translation>
    </message>
    <message>
        <source>Given up: nothing was stored.</source>
        <translation>已放弃：没有存储任何内容。</translation>
    </message>
    <message>
        <source>It could not be stored: %1</source>
        <translation>无法存储：%1</translation>
    </message>
    <message numerus="yes">
        <source>%n attempt(s) of learn tasks carried it.</source>
        <translation>
            <numerusform>学习任务中有 %n 次尝试携带过它。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>autodidact::CurveBar</name>
    <message>
        <source>No other run</source>
        <translation>无其他运行</translation>
    </message>
    <message>
        <source>%1 – %2</source>
        <comment>run and its suite</comment>
        <translation>%1 – %2</translation>
    </message>
    <message>
        <source>Compare with run</source>
        <translation>与运行比较</translation>
    </message>
    <message>
        <source>Beside: %1</source>
        <comment>name of the second run in the chart</comment>
        <translation>对比：%1</translation>
    </message>
    <message>
        <source>Export and zoom</source>
        <translation>导出与缩放</translation>
    </message>
    <message>
        <source>Save as SVG…</source>
        <translation>另存为 SVG…</translation>
    </message>
    <message>
        <source>Save as PNG…</source>
        <translation>另存为 PNG…</translation>
    </message>
    <message>
        <source>Save as CSV…</source>
        <translation>另存为 CSV…</translation>
    </message>
    <message>
        <source>Reset zoom (double-click)</source>
        <translation>重置缩放（双击）</translation>
    </message>
    <message>
        <source>Draw a second run in another colour</source>
        <translation>用另一种颜色绘制第二个运行</translation>
    </message>
</context>
<context>
    <name>autodidact::CurvePanel</name>
    <message>
        <source>Success rate</source>
        <translation>成功率</translation>
    </message>
    <message>
        <source>First point after round 1 (%1 of %2 tasks done).</source>
        <translation>第 1 轮后出现首个点（已完成 %1/%2 个任务）。</translation>
    </message>
    <message>
        <source>First point after round 1.</source>
        <translation>第 1 轮后出现首个点。</translation>
    </message>
    <message>
        <source>Save the curve</source>
        <translation>保存曲线</translation>
    </message>
    <message>
        <source>Success rate by round</source>
        <translation>各轮成功率</translation>
    </message>
</context>
<context>
    <name>autodidact::CurveWords</name>
    <message>
        <source>%1 %</source>
        <translation>%1%</translation>
    </message>
    <message>
        <source>%1 % (%2–%3 %)</source>
        <comment>rate and its 95 % interval</comment>
        <translation>%1%（%2–%3%）</translation>
    </message>
    <message>
        <source>Success</source>
        <translation>成功率</translation>
    </message>
    <message>
        <source>With recalled</source>
        <translation>含记忆复现</translation>
    </message>
    <message>
        <source>Window of %1</source>
        <translation>窗口 %1</translation>
    </message>
    <message>
        <source>Trust region</source>
        <translation>信赖域</translation>
    </message>
    <message>
        <source>Held-out tasks</source>
        <translation>留出任务</translation>
    </message>
    <message>
        <source>First version</source>
        <translation>首个版本</translation>
    </message>
    <message>
        <source>Versions</source>
        <translation>版本</translation>
    </message>
    <message>
        <source>Share of the round&apos;s learning tasks whose last attempt passes all hidden tests, with its 95 % interval (Wilson). Solutions that memory gave away do not count.</source>
        <translation>本轮学习任务中最后一次尝试通过全部隐藏测试的比例，附 95% 置信区间（Wilson）。由记忆直接给出的解答不计入。</translation>
    </message>
    <message>
        <source>The same share with those tasks whose solution stood in the prompt.</source>
        <translation>同一比例，并计入解答已在提示词中的任务。</translation>
    </message>
    <message>
        <source>Success over the last %1 learning tasks of one version, with its 95 % interval. It starts anew with each version.</source>
        <translation>一个版本最近 %1 个学习任务的成功率，附 95% 置信区间。每个版本重新计算。</translation>
    </message>
    <message>
        <source>Success over the last %1 selection tasks of one version, with its 95 % interval. It starts anew with each version.</source>
        <translation>一个版本最近 %1 个选择任务的成功率，附 95% 置信区间。每个版本重新计算。</translation>
    </message>
    <message>
        <source>From the best version&apos;s window down to %1 below it. A version below that is rolled back.</source>
        <translation>从最佳版本的窗口到其下 %1 处。低于此范围的版本会被回滚。</translation>
    </message>
    <message>
        <source>Success on tasks that the agent never learns from, frozen prompt and memory, with its 95 % interval.</source>
        <translation>在智能体从不学习的任务上、提示词与记忆冻结时的成功率，附 95% 置信区间。</translation>
    </message>
    <message>
        <source>The frozen first version without memories, on the same held-out tasks.</source>
        <translation>冻结的首个版本，不带记忆，在相同的留出任务上。</translation>
    </message>
    <message>
        <source>New versions, refused updates, rollbacks and what a person did.</source>
        <translation>新版本、被否决的更新、回滚以及人的操作。</translation>
    </message>
    <message>
        <source>Round %1, version %2</source>
        <translation>第 %1 轮，版本 %2</translation>
    </message>
    <message>
        <source>Round %1, version %2: so far</source>
        <translation>第 %1 轮，版本 %2：截至目前</translation>
    </message>
    <message>
        <source>%1 of %2 tasks solved</source>
        <translation>%2 个任务中解决 %1 个</translation>
    </message>
    <message>
        <source>With recalled: %1 of %2, %3</source>
        <translation>含记忆复现：%2 个中 %1 个，%3</translation>
    </message>
    <message>
        <source>At the first attempt: %1</source>
        <translation>第一次尝试即解决：%1</translation>
    </message>
    <message>
        <source>%1 of %2 tasks done</source>
        <translation>%2 个任务中完成 %1 个</translation>
    </message>
    <message numerus="yes">
        <source>%n tasks not counted: fault of this machine</source>
        <translation>
            <numerusform>%n 个任务未计入：本机故障</numerusform>
        </translation>
    </message>
    <message>
        <source>Checkpoint after round %1, version %2</source>
        <translation>第 %1 轮后的检查点，版本 %2</translation>
    </message>
    <message>
        <source>Held-out tasks: %1 of %2, %3</source>
        <translation>留出任务：%2 个中 %1 个，%3</translation>
    </message>
    <message>
        <source>First version: %1 of %2, %3</source>
        <translation>首个版本：%2 个中 %1 个，%3</translation>
    </message>
    <message>
        <source>Of these recalled: %1</source>
        <translation>其中记忆复现：%1</translation>
    </message>
    <message>
        <source>Evaluation window in round %1, version %2</source>
        <translation>第 %1 轮的评估窗口，版本 %2</translation>
    </message>
    <message numerus="yes">
        <source>Last %n tasks</source>
        <translation>
            <numerusform>最近 %n 个任务</numerusform>
        </translation>
    </message>
    <message>
        <source>Version %1, the first</source>
        <translation>版本 %1，首个版本</translation>
    </message>
    <message>
        <source>Version %1 after round %2, made by a person</source>
        <translation>第 %2 轮后的版本 %1，由人创建</translation>
    </message>
    <message>
        <source>Version %1 after round %2</source>
        <translation>第 %2 轮后的版本 %1</translation>
    </message>
    <message>
        <source>Update refused after round %1</source>
        <translation>第 %1 轮后更新被否决</translation>
    </message>
    <message>
        <source>Rolled back to version %1 by a person after round %2</source>
        <translation>第 %2 轮后由人回滚到版本 %1</translation>
    </message>
    <message>
        <source>Rolled back to version %1 after round %2</source>
        <translation>第 %2 轮后回滚到版本 %1</translation>
    </message>
    <message>
        <source>Rollback undone after round %1: version %2 again</source>
        <translation>第 %1 轮后撤销回滚：恢复版本 %2</translation>
    </message>
    <message>
        <source>Updates stopped after round %1</source>
        <translation>第 %1 轮后停止更新</translation>
    </message>
    <message>
        <source>Updates go on after round %1</source>
        <translation>第 %1 轮后继续更新</translation>
    </message>
    <message>
        <source>Version %1 held after round %2</source>
        <translation>第 %2 轮后锁定版本 %1</translation>
    </message>
    <message>
        <source>Hold released after round %1</source>
        <translation>第 %1 轮后解除锁定</translation>
    </message>
    <message>
        <source>Integrity check hit in round %1</source>
        <translation>第 %1 轮触发防作弊检查</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>另有 %n 项</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>autodidact::DialogDesk</name>
    <message>
        <source>About Autodidact</source>
        <translation>关于 Autodidact</translation>
    </message>
    <message>
        <source>Autodidact %1</source>
        <translation>Autodidact %1</translation>
    </message>
    <message>
        <source>A workbench for self-improving coding agents. Free software under the GNU General Public License, version 3 or later.</source>
        <translation>自我改进编程智能体的工作台。自由软件，采用 GNU 通用公共许可证第 3 版或更高版本。</translation>
    </message>
</context>
<context>
    <name>autodidact::DiffBar</name>
    <message>
        <source>Round %1, first version</source>
        <translation>第 %1 轮，首个版本</translation>
    </message>
    <message>
        <source>Attempt %1</source>
        <translation>第 %1 次尝试</translation>
    </message>
    <message>
        <source>Round %1, attempt %2</source>
        <translation>第 %1 轮，第 %2 次尝试</translation>
    </message>
    <message>
        <source>Previous attempt</source>
        <translation>上一次尝试</translation>
    </message>
    <message>
        <source>Reference solution</source>
        <translation>参考解答</translation>
    </message>
    <message>
        <source>Starter code</source>
        <translation>起始代码</translation>
    </message>
    <message>
        <source>There is too little room for two sides. Widen the window or close a panel.</source>
        <translation>空间不足以并排显示。请加宽窗口或关闭一个面板。</translation>
    </message>
    <message>
        <source>No difference</source>
        <translation>没有差异</translation>
    </message>
    <message>
        <source>Change %1 of %2</source>
        <translation>第 %1/%2 处更改</translation>
    </message>
    <message numerus="yes">
        <source>%n changes</source>
        <translation>
            <numerusform>%n 处更改</numerusform>
        </translation>
    </message>
    <message>
        <source>Compare with</source>
        <translation>比较对象</translation>
    </message>
    <message>
        <source>Previous change</source>
        <translation>上一处更改</translation>
    </message>
    <message>
        <source>Next change</source>
        <translation>下一处更改</translation>
    </message>
    <message>
        <source>Side by side</source>
        <translation>并排</translation>
    </message>
    <message>
        <source>Inline</source>
        <translation>内联</translation>
    </message>
</context>
<context>
    <name>autodidact::DiffPanel</name>
    <message>
        <source>Code diff</source>
        <translation>代码差异</translation>
    </message>
    <message>
        <source>Reference solution</source>
        <translation>参考解答</translation>
    </message>
    <message>
        <source>Starter code</source>
        <translation>起始代码</translation>
    </message>
    <message>
        <source>Attempt %1</source>
        <translation>第 %1 次尝试</translation>
    </message>
    <message>
        <source>The model has not written any code for this attempt yet.</source>
        <translation>模型尚未为本次尝试写出代码。</translation>
    </message>
    <message>
        <source>Choose an attempt, or press F8 for the next failure.</source>
        <translation>选择一次尝试，或按 F8 转到下一个失败。</translation>
    </message>
    <message>
        <source>Being written…</source>
        <translation>正在编写…</translation>
    </message>
    <message>
        <source>Nothing to compare with</source>
        <translation>没有可比较的内容</translation>
    </message>
    <message>
        <source>Next failure</source>
        <translation>下一个失败</translation>
    </message>
</context>
<context>
    <name>autodidact::DiffView</name>
    <message>
        <source>%1 → %2</source>
        <comment>old side and new side of a comparison</comment>
        <translation>%1 → %2</translation>
    </message>
    <message>
        <source>Code it is compared with</source>
        <translation>用于比较的代码</translation>
    </message>
    <message>
        <source>Code of the attempt</source>
        <translation>本次尝试的代码</translation>
    </message>
    <message>
        <source>Code of the attempt, with the changes</source>
        <translation>本次尝试的代码，含更改</translation>
    </message>
</context>
<context>
    <name>autodidact::FileDesk</name>
    <message>
        <source>Import suite</source>
        <translation>导入任务集</translation>
    </message>
    <message>
        <source>Suites (*.jsonl *.jsonl.gz);;All files (*)</source>
        <translation>任务集 (*.jsonl *.jsonl.gz);;所有文件 (*)</translation>
    </message>
    <message>
        <source>The suite was not imported; nothing was changed.</source>
        <translation>任务集未导入；没有任何更改。</translation>
    </message>
    <message numerus="yes">
        <source>The suite %1 is here: %n tasks.</source>
        <translation>
            <numerusform>任务集 %1 已导入：%n 个任务。</numerusform>
        </translation>
    </message>
    <message>
        <source>Open database</source>
        <translation>打开数据库</translation>
    </message>
    <message>
        <source>Databases (*.sqlite *.db);;All files (*)</source>
        <translation>数据库 (*.sqlite *.db);;所有文件 (*)</translation>
    </message>
    <message>
        <source>Export report</source>
        <translation>导出报告</translation>
    </message>
    <message>
        <source>Web page (*.html);;Markdown (*.md);;Table (*.csv)</source>
        <translation>网页 (*.html);;Markdown (*.md);;表格 (*.csv)</translation>
    </message>
    <message>
        <source>The report is in %1.</source>
        <translation>报告位于 %1。</translation>
    </message>
    <message>
        <source>The report was not written. %1</source>
        <translation>报告未写出。%1</translation>
    </message>
</context>
<context>
    <name>autodidact::FilterBar</name>
    <message>
        <source>Search tasks</source>
        <translation>搜索任务</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>筛选</translation>
    </message>
    <message>
        <source>Show only tasks with a state or an error class</source>
        <translation>只显示具有某种状态或错误类别的任务</translation>
    </message>
    <message>
        <source>Clear</source>
        <comment>filters</comment>
        <translation>清除</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <comment>tasks shown, and all tasks</comment>
        <translation>%1/%2</translation>
    </message>
    <message>
        <source>Error class</source>
        <translation>错误类别</translation>
    </message>
    <message>
        <source>Remove this filter</source>
        <translation>移除此筛选条件</translation>
    </message>
    <message>
        <source>Remove the filter %1</source>
        <translation>移除筛选条件 %1</translation>
    </message>
    <message>
        <source>“%1”</source>
        <comment>words searched for</comment>
        <translation>“%1”</translation>
    </message>
</context>
<context>
    <name>autodidact::FindingsModel</name>
    <message>
        <source>Warning: %1</source>
        <translation>警告：%1</translation>
    </message>
</context>
<context>
    <name>autodidact::ForecastView</name>
    <message>
        <source>Title</source>
        <translation>标题</translation>
    </message>
    <message>
        <source>Usefulness</source>
        <translation>有用度</translation>
    </message>
    <message>
        <source>What happens to it</source>
        <translation>将会怎样</translation>
    </message>
    <message>
        <source>What is forgotten next</source>
        <translation>接下来会遗忘什么</translation>
    </message>
    <message numerus="yes">
        <source>%n long-term memory(ies) for %1 places.</source>
        <translation>
            <numerusform>长期记忆 %n 条，容量 %1 条。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n go(es) at the end of this round.</source>
        <translation>
            <numerusform>本轮结束时将遗忘 %n 条。</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing is forgotten at the end of this round.</source>
        <translation>本轮结束时不会遗忘。</translation>
    </message>
    <message numerus="yes">
        <source>A failure that waits %n more round(s) to be mended.</source>
        <translation>
            <numerusform>一次失败，还可等待 %n 轮以被修复。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>autodidact::LabelsPage</name>
    <message>
        <source>Use a date such as 2026-01-31; anything else is left out.</source>
        <translation>请使用 2026-01-31 之类的日期；其他内容会被略去。</translation>
    </message>
    <message>
        <source>&amp;Group</source>
        <translation>分组(&amp;G)</translation>
    </message>
    <message>
        <source>&amp;Families</source>
        <translation>错误族(&amp;F)</translation>
    </message>
    <message>
        <source>Ta&amp;gs</source>
        <translation>标签(&amp;G)</translation>
    </message>
    <message>
        <source>&amp;Difficulty</source>
        <translation>难度(&amp;D)</translation>
    </message>
    <message>
        <source>Relea&amp;sed</source>
        <translation>发布日期(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;CPU time per test</source>
        <translation>每个测试的 CPU 时间(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Wall time</source>
        <translation>实际时间(&amp;W)</translation>
    </message>
    <message>
        <source>&amp;Memory</source>
        <comment>of the machine</comment>
        <translation>内存(&amp;M)</translation>
    </message>
    <message>
        <source>&amp;Processes</source>
        <translation>进程数(&amp;P)</translation>
    </message>
    <message>
        <source>Largest fi&amp;le</source>
        <translation>最大文件(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Output</source>
        <translation>输出(&amp;O)</translation>
    </message>
    <message>
        <source>Tasks of one group are variations of one problem; splits never divide a group. Empty: the key.</source>
        <translation>同组任务是同一问题的变体；划分时不会拆开一组。为空则用键。</translation>
    </message>
    <message>
        <source>The mistakes that the task invites, such as boundary, empty_input, sort_order.</source>
        <translation>任务容易引发的错误，例如 boundary、empty_input、sort_order。</translation>
    </message>
    <message>
        <source>separated by commas</source>
        <translation>以逗号分隔</translation>
    </message>
    <message>
        <source>2026-01-31</source>
        <translation>2026-01-31</translation>
    </message>
    <message>
        <source>Unknown</source>
        <comment>difficulty</comment>
        <translation>未知</translation>
    </message>
    <message>
        <source>1 (easy)</source>
        <translation>1（易）</translation>
    </message>
    <message>
        <source>5 (hard)</source>
        <translation>5（难）</translation>
    </message>
    <message>
        <source> s</source>
        <comment>seconds</comment>
        <translation> 秒</translation>
    </message>
    <message>
        <source>Three times the CPU time</source>
        <translation>CPU 时间的三倍</translation>
    </message>
    <message>
        <source> MB</source>
        <translation> MB</translation>
    </message>
    <message>
        <source> KB</source>
        <translation> KB</translation>
    </message>
</context>
<context>
    <name>autodidact::MainWindow</name>
    <message>
        <source>%1 – Autodidact</source>
        <comment>name of a run</comment>
        <translation>%1 – Autodidact</translation>
    </message>
    <message>
        <source>%1 – Autodidact</source>
        <comment>name of a database</comment>
        <translation>%1 – Autodidact</translation>
    </message>
</context>
<context>
    <name>autodidact::MemoryBar</name>
    <message>
        <source>This run</source>
        <translation>此运行</translation>
    </message>
    <message>
        <source>All</source>
        <comment>memory sets</comment>
        <translation>全部</translation>
    </message>
    <message>
        <source>Scope</source>
        <translation>范围</translation>
    </message>
    <message>
        <source>By words</source>
        <translation>按字词</translation>
    </message>
    <message>
        <source>By meaning</source>
        <translation>按语义</translation>
    </message>
    <message>
        <source>How to search</source>
        <translation>搜索方式</translation>
    </message>
    <message>
        <source>Search memories</source>
        <translation>搜索记忆</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>筛选</translation>
    </message>
    <message>
        <source>New since last review</source>
        <translation>上次审阅后新增</translation>
    </message>
    <message>
        <source>Harmful</source>
        <translation>有害</translation>
    </message>
    <message numerus="yes">
        <source>Used %n time(s) or more, and fewer attempts solved than in the whole run. A correlation only.</source>
        <translation>
            <numerusform>使用 %n 次及以上，且解决的尝试比例低于整个运行。仅为相关性。</numerusform>
        </translation>
    </message>
    <message>
        <source>Pinned</source>
        <translation>已固定</translation>
    </message>
    <message>
        <source>Reviewed</source>
        <translation>已审阅</translation>
    </message>
    <message>
        <source>Not reviewed</source>
        <translation>未审阅</translation>
    </message>
    <message>
        <source>Archived</source>
        <translation>已归档</translation>
    </message>
    <message>
        <source>Term</source>
        <translation>期限</translation>
    </message>
    <message>
        <source>Origin</source>
        <translation>来源</translation>
    </message>
    <message>
        <source>Tag</source>
        <translation>标签</translation>
    </message>
    <message>
        <source>Term: %1</source>
        <translation>期限：%1</translation>
    </message>
    <message>
        <source>Origin: %1</source>
        <translation>来源：%1</translation>
    </message>
    <message>
        <source>Tag: %1</source>
        <translation>标签：%1</translation>
    </message>
    <message>
        <source>Remove this filter</source>
        <translation>移除此筛选条件</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <comment>shown and all memories</comment>
        <translation>%1/%2</translation>
    </message>
    <message numerus="yes">
        <source>%n new – show</source>
        <comment>memories that came since</comment>
        <translation>
            <numerusform>%n 条新记忆 – 显示</numerusform>
        </translation>
    </message>
    <message>
        <source>Pins take %1 % of the memory tokens: little room is left</source>
        <translation>固定项占用记忆词元的 %1%：剩余空间很少</translation>
    </message>
    <message>
        <source>Pins take %1 % of the memory tokens</source>
        <translation>固定项占用记忆词元的 %1%</translation>
    </message>
    <message>
        <source>%1 of %2 tokens that memories may take in a prompt</source>
        <translation>提示词中记忆可用 %2 个词元，已占 %1 个</translation>
    </message>
</context>
<context>
    <name>autodidact::MemoryChoice</name>
    <message numerus="yes">
        <source>%1 · revision %2 · %n use(s)</source>
        <comment>a memory by its title</comment>
        <translation>
            <numerusform>%1 · 修订 %2 · 使用 %n 次</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>autodidact::MemoryEditor</name>
    <message>
        <source>Title</source>
        <translation>标题</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>标签</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>语言</translation>
    </message>
    <message>
        <source>separated by commas</source>
        <translation>以逗号分隔</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Store this as a new revision (Ctrl+Enter)</source>
        <translation>存为新修订（Ctrl+Enter）</translation>
    </message>
    <message>
        <source>Discard draft</source>
        <translation>放弃草稿</translation>
    </message>
    <message>
        <source>Task</source>
        <translation>任务</translation>
    </message>
    <message>
        <source>Error</source>
        <translation>错误</translation>
    </message>
    <message>
        <source>When</source>
        <translation>适用情形</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>代码</translation>
    </message>
    <message>
        <source>Fix</source>
        <translation>修复</translation>
    </message>
    <message>
        <source>What to do</source>
        <translation>做法</translation>
    </message>
</context>
<context>
    <name>autodidact::MemoryModel</name>
    <message>
        <source>no</source>
        <comment>not reviewed</comment>
        <translation>否</translation>
    </message>
    <message>
        <source>Holds a draft that is not saved.</source>
        <translation>有未保存的草稿。</translation>
    </message>
    <message>
        <source>Archived: %1</source>
        <translation>已归档：%1</translation>
    </message>
    <message>
        <source>Set %1</source>
        <translation>记忆集 %1</translation>
    </message>
    <message>
        <source>%1 of %2 attempts that carried it were solved. A correlation only.</source>
        <translation>携带它的 %2 次尝试中解决 %1 次。仅为相关性。</translation>
    </message>
    <message>
        <source>Not used yet.</source>
        <translation>尚未使用。</translation>
    </message>
    <message>
        <source>Pinned: first in retrieval, never forgotten</source>
        <translation>已固定：优先检索，永不遗忘</translation>
    </message>
    <message>
        <source>Not reviewed yet.</source>
        <translation>尚未审阅。</translation>
    </message>
    <message>
        <source>How well it fits the search; larger is better.</source>
        <translation>与搜索的匹配程度；越大越好。</translation>
    </message>
    <message>
        <source>pinned</source>
        <translation>已固定</translation>
    </message>
    <message>
        <source>not pinned</source>
        <translation>未固定</translation>
    </message>
    <message>
        <source>Share of the attempts that carried it and were solved. A correlation only.</source>
        <translation>携带它的尝试中已解决的比例。仅为相关性。</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>标题</translation>
    </message>
    <message>
        <source>Uses</source>
        <translation>使用次数</translation>
    </message>
    <message>
        <source>Solved</source>
        <translation>已解决</translation>
    </message>
    <message>
        <source>Term</source>
        <comment>short or long</comment>
        <translation>期限</translation>
    </message>
    <message>
        <source>Origin</source>
        <translation>来源</translation>
    </message>
    <message>
        <source>Pin</source>
        <translation>固定</translation>
    </message>
    <message>
        <source>Age</source>
        <translation>存在时间</translation>
    </message>
    <message>
        <source>Reviewed</source>
        <translation>已审阅</translation>
    </message>
    <message>
        <source>Score</source>
        <translation>得分</translation>
    </message>
</context>
<context>
    <name>autodidact::MemoryPanel</name>
    <message>
        <source>Archive</source>
        <translation>归档</translation>
    </message>
    <message numerus="yes">
        <source>Archive %n memory(ies). They leave retrieval and keep uses, pin and tags.
Reason (optional):</source>
        <translation>
            <numerusform>归档 %n 条记忆。它们退出检索，保留使用记录、固定状态和标签。
理由（可选）：</numerusform>
        </translation>
    </message>
    <message>
        <source>Tag</source>
        <translation>标签</translation>
    </message>
    <message numerus="yes">
        <source>Tags for %n memory(ies), separated by commas. A minus before a tag removes it.</source>
        <translation>
            <numerusform>为 %n 条记忆设置标签，以逗号分隔。标签前加减号表示移除。</numerusform>
        </translation>
    </message>
    <message>
        <source>Add memory</source>
        <translation>添加记忆</translation>
    </message>
    <message>
        <source>No memory matches.</source>
        <translation>没有符合条件的记忆。</translation>
    </message>
    <message>
        <source>Clear search and filters</source>
        <translation>清除搜索与筛选</translation>
    </message>
    <message>
        <source>Memories</source>
        <translation>记忆</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>文本</translation>
    </message>
    <message>
        <source>Uses</source>
        <translation>使用记录</translation>
    </message>
    <message>
        <source>History</source>
        <translation>历史</translation>
    </message>
    <message>
        <source>Similar</source>
        <translation>相似</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>保留</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>添加</translation>
    </message>
    <message>
        <source>Pin</source>
        <translation>固定</translation>
    </message>
    <message>
        <source>Tag…</source>
        <translation>标签…</translation>
    </message>
    <message>
        <source>Archive…</source>
        <translation>归档…</translation>
    </message>
    <message>
        <source>Restore</source>
        <translation>还原</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>重做</translation>
    </message>
    <message>
        <source>Import…</source>
        <translation>导入…</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>导出…</translation>
    </message>
    <message>
        <source>Choose a memory first.</source>
        <translation>请先选择一条记忆。</translation>
    </message>
    <message>
        <source>Keep: mark as reviewed and go on (Space)</source>
        <translation>保留：标为已审阅并转到下一条（空格键）</translation>
    </message>
    <message>
        <source>Add a memory</source>
        <translation>添加记忆</translation>
    </message>
    <message>
        <source>Choose a run first.</source>
        <translation>请先选择一个运行。</translation>
    </message>
    <message>
        <source>This set is frozen.</source>
        <translation>此记忆集已冻结。</translation>
    </message>
    <message>
        <source>Pin: first in retrieval, never forgotten</source>
        <translation>固定：优先检索，永不遗忘</translation>
    </message>
    <message>
        <source>Add or remove tags</source>
        <translation>添加或移除标签</translation>
    </message>
    <message>
        <source>Archive: leaves retrieval, nothing is deleted</source>
        <translation>归档：退出检索，不删除任何内容</translation>
    </message>
    <message>
        <source>Restore: enters retrieval again</source>
        <translation>还原：重新进入检索</translation>
    </message>
    <message>
        <source>Choose an archived memory first.</source>
        <translation>请先选择一条已归档的记忆。</translation>
    </message>
    <message>
        <source>Undo the newest change of memories</source>
        <translation>撤销对记忆的最近一次更改</translation>
    </message>
    <message>
        <source>There is nothing to undo.</source>
        <translation>没有可撤销的操作。</translation>
    </message>
    <message>
        <source>There is nothing to redo.</source>
        <translation>没有可重做的操作。</translation>
    </message>
    <message>
        <source>Import memories from a file</source>
        <translation>从文件导入记忆</translation>
    </message>
    <message>
        <source>Export the listed memories to a file</source>
        <translation>将列出的记忆导出到文件</translation>
    </message>
    <message>
        <source>No memory is listed.</source>
        <translation>没有列出任何记忆。</translation>
    </message>
    <message>
        <source>Memories (*.jsonl)</source>
        <translation>记忆 (*.jsonl)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>所有文件 (*)</translation>
    </message>
    <message>
        <source>Import memories</source>
        <translation>导入记忆</translation>
    </message>
    <message>
        <source>Export the listed memories</source>
        <translation>导出列出的记忆</translation>
    </message>
    <message>
        <source>Memory</source>
        <comment>panel of what the agent remembers, not RAM</comment>
        <translation>记忆</translation>
    </message>
    <message>
        <source>Nothing remembered yet. Memories appear after the first solved task.</source>
        <translation>还没有记忆。首个任务解决后会出现记忆。</translation>
    </message>
    <message>
        <source>Visible to the agent from round %1</source>
        <translation>自第 %1 轮起对智能体可见</translation>
    </message>
    <message>
        <source>Archived: not retrieved</source>
        <translation>已归档：不再检索</translation>
    </message>
    <message>
        <source>Archived: %1</source>
        <translation>已归档：%1</translation>
    </message>
    <message numerus="yes">
        <source>%n token(s)</source>
        <translation>
            <numerusform>%n 个词元</numerusform>
        </translation>
    </message>
    <message>
        <source>More acts on memories</source>
        <translation>对记忆的更多操作</translation>
    </message>
    <message>
        <source>Merge…</source>
        <translation>合并…</translation>
    </message>
    <message>
        <source>Replace older by newer…</source>
        <translation>以新代旧…</translation>
    </message>
    <message>
        <source>Mark as contradicting</source>
        <translation>标记为互相矛盾</translation>
    </message>
    <message>
        <source>Measure credit…</source>
        <translation>测量贡献…</translation>
    </message>
    <message>
        <source>Memory sets…</source>
        <translation>记忆集…</translation>
    </message>
    <message>
        <source>Choose two or more active memories of one set first.</source>
        <translation>请先选择同一记忆集中两条或更多有效记忆。</translation>
    </message>
    <message>
        <source>They become one, which takes over uses and tags. The others are archived.</source>
        <translation>合并为一条，继承使用次数和标签，其余的归档。</translation>
    </message>
    <message>
        <source>One takes the place of the others, which are archived.</source>
        <translation>由一条取代其余的，其余的归档。</translation>
    </message>
    <message>
        <source>Lift the contradiction</source>
        <translation>解除矛盾标记</translation>
    </message>
    <message>
        <source>They do not contradict each other after all.</source>
        <translation>它们其实并不矛盾。</translation>
    </message>
    <message>
        <source>At most one of them is retrieved; evidence decides between them.</source>
        <translation>最多检索其中一条，由证据决定取舍。</translation>
    </message>
    <message>
        <source>Choose exactly two active memories of one set first.</source>
        <translation>请先选择同一记忆集中恰好两条有效记忆。</translation>
    </message>
    <message>
        <source>Make the attempts that carried it again, without it</source>
        <translation>把携带过它的尝试在不携带的情况下重做</translation>
    </message>
    <message>
        <source>Choose a memory of a run first.</source>
        <translation>请先选择某次运行的一条记忆。</translation>
    </message>
    <message>
        <source>Merge</source>
        <translation>合并</translation>
    </message>
    <message>
        <source>Into which memory? It keeps its text and takes over uses, tags and groups of the others, which are archived.</source>
        <translation>合并到哪条记忆？它保留文本，并继承其余记忆的使用次数、标签和分组；其余的归档。</translation>
    </message>
    <message>
        <source>Replace</source>
        <translation>取代</translation>
    </message>
    <message>
        <source>Which memory takes the place of the others? They are archived and point to it.</source>
        <translation>由哪条记忆取代其余的？其余的归档并指向它。</translation>
    </message>
    <message>
        <source>Forgetting</source>
        <translation>遗忘</translation>
    </message>
</context>
<context>
    <name>autodidact::MemorySetsDialog</name>
    <message>
        <source>Fork…</source>
        <translation>复制为新集…</translation>
    </message>
    <message>
        <source>Freeze</source>
        <translation>冻结</translation>
    </message>
    <message>
        <source>Delete…</source>
        <translation>删除…</translation>
    </message>
    <message>
        <source>Memory sets</source>
        <translation>记忆集</translation>
    </message>
    <message>
        <source>A run begins with a copy of a set, or reads a frozen one that several runs share.</source>
        <translation>一次运行以某个记忆集的副本开始，或读取多次运行共用的冻结记忆集。</translation>
    </message>
    <message>
        <source>Set</source>
        <translation>记忆集</translation>
    </message>
    <message>
        <source>Active</source>
        <translation>有效</translation>
    </message>
    <message>
        <source>Archived</source>
        <translation>已归档</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Read by</source>
        <translation>读取者</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>frozen</source>
        <translation>已冻结</translation>
    </message>
    <message>
        <source>of a run</source>
        <translation>属于运行</translation>
    </message>
    <message>
        <source>open</source>
        <comment>a memory set that may change</comment>
        <translation>可修改</translation>
    </message>
    <message>
        <source>Unfreeze</source>
        <translation>解冻</translation>
    </message>
    <message>
        <source>A run&apos;s own set goes with the run.</source>
        <translation>运行自己的记忆集随运行一起删除。</translation>
    </message>
    <message>
        <source>Fork</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Name of the copy of “%1”:</source>
        <translation>“%1”的副本名称：</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>删除</translation>
    </message>
    <message numerus="yes">
        <source>Delete the set “%1” with %n memory(ies)? This cannot be undone.</source>
        <translation>
            <numerusform>删除含 %n 条记忆的记忆集“%1”？此操作无法撤销。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>autodidact::MemorySources</name>
    <message>
        <source>Where</source>
        <translation>位置</translation>
    </message>
    <message>
        <source>Solved</source>
        <translation>已解决</translation>
    </message>
    <message>
        <source>Score</source>
        <translation>得分</translation>
    </message>
    <message>
        <source>Where the memory came from and was used</source>
        <translation>记忆的来源与使用之处</translation>
    </message>
    <message>
        <source>Revision</source>
        <translation>修订</translation>
    </message>
    <message>
        <source>By</source>
        <translation>操作者</translation>
    </message>
    <message>
        <source>When</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Revisions of the memory</source>
        <translation>记忆的修订</translation>
    </message>
    <message>
        <source>Similarity</source>
        <translation>相似度</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>标题</translation>
    </message>
    <message>
        <source>Similar memories</source>
        <translation>相似的记忆</translation>
    </message>
    <message>
        <source>Came from round %1 · %2 · attempt %3</source>
        <translation>来自第 %1 轮 · %2 · 第 %3 次尝试</translation>
    </message>
    <message>
        <source>Double-click to go there</source>
        <translation>双击转到该处</translation>
    </message>
    <message>
        <source>yes</source>
        <comment>solved</comment>
        <translation>是</translation>
    </message>
    <message>
        <source>no</source>
        <comment>not solved</comment>
        <translation>否</translation>
    </message>
    <message>
        <source>It carried revision %1. Double-click to go there</source>
        <translation>携带的是修订 %1。双击转到该处</translation>
    </message>
    <message>
        <source>Not used yet.</source>
        <translation>尚未使用。</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <comment>number of a revision and what was done</comment>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>Double-click to bring this text back as a new revision</source>
        <translation>双击将此文本恢复为新修订</translation>
    </message>
    <message>
        <source>A person</source>
        <translation>人</translation>
    </message>
    <message>
        <source>The run</source>
        <translation>运行</translation>
    </message>
    <message>
        <source>Nothing like it.</source>
        <translation>没有相似的记忆。</translation>
    </message>
</context>
<context>
    <name>autodidact::Menus</name>
    <message>
        <source>&amp;File</source>
        <translation>文件(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>编辑(&amp;E)</translation>
    </message>
    <message>
        <source>&amp;Run</source>
        <translation>运行(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Go</source>
        <translation>转到(&amp;G)</translation>
    </message>
    <message>
        <source>&amp;Memory</source>
        <translation>记忆(&amp;M)</translation>
    </message>
    <message>
        <source>Ver&amp;sions</source>
        <translation>版本(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>帮助(&amp;H)</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>视图(&amp;V)</translation>
    </message>
    <message>
        <source>&amp;Panels</source>
        <translation>面板(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;Theme</source>
        <translation>主题(&amp;T)</translation>
    </message>
    <message>
        <source>L&amp;anguage</source>
        <translation>语言(&amp;A)</translation>
    </message>
    <message>
        <source>As the &amp;system has it</source>
        <translation>跟随系统(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Light</source>
        <translation>浅色(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Dark</source>
        <translation>深色(&amp;D)</translation>
    </message>
    <message>
        <source>P&amp;erspective</source>
        <translation>工作视图(&amp;E)</translation>
    </message>
</context>
<context>
    <name>autodidact::MessageBar</name>
    <message numerus="yes">
        <source>%1 (%n times)</source>
        <comment>a message, and how often it came</comment>
        <translation>
            <numerusform>%1（%n 次）</numerusform>
        </translation>
    </message>
    <message>
        <source>Details</source>
        <translation>详细信息</translation>
    </message>
    <message numerus="yes">
        <source>%n more</source>
        <comment>messages</comment>
        <translation>
            <numerusform>还有 %n 条</numerusform>
        </translation>
    </message>
    <message>
        <source>Close this message</source>
        <translation>关闭此消息</translation>
    </message>
</context>
<context>
    <name>autodidact::Navigator</name>
    <message>
        <source>This run has no failure.</source>
        <translation>此运行没有失败。</translation>
    </message>
    <message>
        <source>This is the last attempt.</source>
        <translation>这是最后一次尝试。</translation>
    </message>
    <message>
        <source>This is the first attempt.</source>
        <translation>这是第一次尝试。</translation>
    </message>
    <message>
        <source>Continued from the top</source>
        <translation>已从开头继续</translation>
    </message>
    <message>
        <source>Continued from the end</source>
        <translation>已从末尾继续</translation>
    </message>
</context>
<context>
    <name>autodidact::NewRunDialog</name>
    <message>
        <source>Connect…</source>
        <translation>连接…</translation>
    </message>
    <message>
        <source>New run</source>
        <translation>新建运行</translation>
    </message>
    <message>
        <source>Suite</source>
        <translation>任务集</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>启动</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>Rounds</source>
        <translation>轮次</translation>
    </message>
    <message>
        <source>Attempts per task</source>
        <translation>每个任务的尝试次数</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>随机种子</translation>
    </message>
    <message>
        <source>Empty</source>
        <comment>starting memory</comment>
        <translation>空</translation>
    </message>
    <message>
        <source>Starting memory</source>
        <translation>初始记忆</translation>
    </message>
    <message>
        <source>A copy of another run&apos;s memories, as they are now.</source>
        <translation>另一个运行当前记忆的副本。</translation>
    </message>
    <message>
        <source>Visible tests only</source>
        <translation>仅可见测试</translation>
    </message>
    <message>
        <source>Also whether hidden tests pass (oracle)</source>
        <translation>另告知隐藏测试是否通过（全知）</translation>
    </message>
    <message>
        <source>Also the output of hidden tests (oracle)</source>
        <translation>另给出隐藏测试的输出（全知）</translation>
    </message>
    <message>
        <source>Feedback</source>
        <translation>反馈</translation>
    </message>
    <message>
        <source>No limit</source>
        <translation>无限制</translation>
    </message>
    <message>
        <source>Token budget</source>
        <translation>词元预算</translation>
    </message>
    <message>
        <source>Made from the model</source>
        <translation>由模型名生成</translation>
    </message>
    <message>
        <source>Name (optional)</source>
        <translation>名称（可选）</translation>
    </message>
    <message>
        <source>Simulated student (offline)</source>
        <translation>模拟学生（离线）</translation>
    </message>
    <message numerus="yes">
        <source>%1 (%n tasks)</source>
        <comment>name of a suite</comment>
        <translation>
            <numerusform>%1（%n 个任务）</numerusform>
        </translation>
    </message>
    <message>
        <source>From %1</source>
        <comment>starting memory, name of a run</comment>
        <translation>来自 %1</translation>
    </message>
    <message>
        <source>Not a language model: it needs no key and no network.</source>
        <translation>不是语言模型：无需密钥，无需网络。</translation>
    </message>
    <message>
        <source>A seed is a whole number, 0 or more.</source>
        <translation>随机种子须为不小于 0 的整数。</translation>
    </message>
    <message>
        <source>A budget is a whole number of tokens; leave it empty for none.</source>
        <translation>预算为词元的整数个数；留空表示无限制。</translation>
    </message>
    <message>
        <source>An oracle: the run is marked on every screen and report.</source>
        <translation>全知反馈：此运行会在每个界面和报告中标明。</translation>
    </message>
    <message>
        <source>Correct what is marked above first.</source>
        <translation>请先改正上面标出的内容。</translation>
    </message>
    <message numerus="yes">
        <source>At most %n attempts; the time is known after 5.</source>
        <translation>
            <numerusform>最多 %n 次尝试；完成 5 次后可估计用时。</numerusform>
        </translation>
    </message>
    <message>
        <source>A run keeps its model from start to end. This begins a new run, with the model that you choose here. The run %1 stops; it can be continued later.</source>
        <translation>一次运行自始至终使用同一模型。这里将用您选择的模型开始新的运行；运行“%1”会停止，之后可以继续。</translation>
    </message>
    <message>
        <source>With tests of their own</source>
        <translation>并自写测试</translation>
    </message>
    <message>
        <source>Every attempt writes tests before its code; the report compares them with the hidden tests.</source>
        <translation>每次尝试先写测试再写代码；报告会把它们与隐藏测试对比。</translation>
    </message>
    <message>
        <source>without an end</source>
        <translation>无终点</translation>
    </message>
</context>
<context>
    <name>autodidact::NewSuiteDialog</name>
    <message>
        <source>New suite</source>
        <translation>新建任务集</translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation>名称(&amp;N)</translation>
    </message>
    <message>
        <source>my-suite</source>
        <translation>my-suite</translation>
    </message>
    <message>
        <source>&amp;Title</source>
        <translation>标题(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;Description</source>
        <translation>说明(&amp;D)</translation>
    </message>
    <message>
        <source>&amp;Licence</source>
        <translation>许可证(&amp;L)</translation>
    </message>
    <message>
        <source>for example CC-BY-4.0</source>
        <translation>例如 CC-BY-4.0</translation>
    </message>
    <message>
        <source>&amp;Write its first task…</source>
        <translation>编写第一个任务(&amp;W)…</translation>
    </message>
    <message>
        <source>Use small letters, digits, “-”, “_” and “.”.</source>
        <translation>请使用小写字母、数字、连字符、下划线和句点。</translation>
    </message>
    <message>
        <source>There is a suite of this name.</source>
        <translation>已有同名任务集。</translation>
    </message>
    <message>
        <source>As the command line takes it.</source>
        <translation>命令行所用的名称。</translation>
    </message>
</context>
<context>
    <name>autodidact::OpenRunDialog</name>
    <message>
        <source>Open run</source>
        <translation>打开运行</translation>
    </message>
    <message>
        <source>Name, suite or model</source>
        <translation>名称、任务集或模型</translation>
    </message>
    <message>
        <source>Runs</source>
        <translation>运行</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>打开</translation>
    </message>
    <message>
        <source>This database holds no run yet.</source>
        <translation>此数据库中还没有运行。</translation>
    </message>
    <message>
        <source>Choose a run first.</source>
        <translation>请先选择一个运行。</translation>
    </message>
    <message>
        <source>No run matches.</source>
        <translation>没有匹配的运行。</translation>
    </message>
</context>
<context>
    <name>autodidact::OracleBar</name>
    <message>
        <source>Oracle feedback: in this run the agent sees the output of the hidden tests. Its numbers cannot be compared with others.</source>
        <translation>全知反馈：在此运行中，智能体能看到隐藏测试的输出。其数据不能与其他运行比较。</translation>
    </message>
    <message>
        <source>Oracle feedback: in this run the agent learns whether the hidden tests pass. Its numbers cannot be compared with others.</source>
        <translation>全知反馈：在此运行中，智能体会得知隐藏测试是否通过。其数据不能与其他运行比较。</translation>
    </message>
</context>
<context>
    <name>autodidact::PanelWiring</name>
    <message>
        <source>Choose a run first.</source>
        <translation>请先选择一个运行。</translation>
    </message>
    <message>
        <source>Choose a memory first.</source>
        <translation>请先选择一条记忆。</translation>
    </message>
    <message>
        <source>Nothing was done to memories that could be undone.</source>
        <translation>没有可撤销的记忆操作。</translation>
    </message>
    <message>
        <source>Nothing was undone.</source>
        <translation>没有被撤销的操作。</translation>
    </message>
    <message>
        <source>Choose a prompt version that has a parent.</source>
        <translation>请选择一个有父版本的提示词版本。</translation>
    </message>
    <message>
        <source>Choose the prompt version to return to.</source>
        <translation>请选择要恢复的提示词版本。</translation>
    </message>
    <message>
        <source>There is no rollback to undo.</source>
        <translation>没有可撤销的回滚。</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>Version %1 is used again from round %2 on. Nothing was deleted.</source>
        <translation>从第 %2 轮起重新使用版本 %1。未删除任何内容。</translation>
    </message>
    <message>
        <source>Version %1 is held: no automatic updates until you allow them.</source>
        <translation>版本 %1 已锁定：在您允许之前不自动更新。</translation>
    </message>
    <message>
        <source>The decision is undone. Version %1 is used from round %2 on.</source>
        <translation>该决定已撤销。从第 %2 轮起使用版本 %1。</translation>
    </message>
    <message>
        <source>Automatic updates are allowed again.</source>
        <translation>已重新允许自动更新。</translation>
    </message>
</context>
<context>
    <name>autodidact::PasteDialog</name>
    <message>
        <source>From a signature</source>
        <translation>由函数签名生成</translation>
    </message>
    <message>
        <source>From an issue</source>
        <translation>由议题生成</translation>
    </message>
    <message>
        <source>Paste a function&apos;s signature with its docstring or comment. Entry point, starter code and statement come from it, and a visible test from each example.</source>
        <translation>请粘贴函数签名及其文档字符串或注释。入口点、起始代码和题目说明由此得出，每个示例成为一个可见测试。</translation>
    </message>
    <message>
        <source>Paste the text of an issue, its title in the first line, or the JSON that GitHub exports. You then choose the folder of a local clone, and name the commit and the tests.</source>
        <translation>请粘贴议题的文本（首行为标题），或 GitHub 导出的 JSON。之后由您选择本地克隆的文件夹，并填写提交和测试。</translation>
    </message>
    <message>
        <source>Signature</source>
        <translation>函数签名</translation>
    </message>
    <message>
        <source>Issue</source>
        <translation>议题</translation>
    </message>
    <message>
        <source>&amp;Open a file…</source>
        <translation>打开文件(&amp;O)…</translation>
    </message>
    <message>
        <source>&amp;Use this</source>
        <translation>采用(&amp;U)</translation>
    </message>
    <message>
        <source>This file is larger than 4 MB. Export a single issue.</source>
        <translation>此文件超过 4 MB。请导出单个议题。</translation>
    </message>
    <message>
        <source>%1 cannot be read: %2</source>
        <translation>无法读取 %1：%2</translation>
    </message>
</context>
<context>
    <name>autodidact::Permissions</name>
    <message>
        <source>No run is live.</source>
        <translation>没有正在进行的运行。</translation>
    </message>
    <message>
        <source>A run is live already. Stop it, or wait until it ends.</source>
        <translation>已有运行正在进行。请停止它，或等待其结束。</translation>
    </message>
    <message>
        <source>The run goes on already.</source>
        <translation>运行已在继续。</translation>
    </message>
    <message>
        <source>Choose a run first.</source>
        <translation>请先选择一个运行。</translation>
    </message>
    <message>
        <source>The run is paused already.</source>
        <translation>运行已经暂停。</translation>
    </message>
    <message>
        <source>The run is paused.</source>
        <translation>运行已暂停。</translation>
    </message>
    <message>
        <source>There is no earlier place.</source>
        <translation>没有更早的位置。</translation>
    </message>
    <message>
        <source>There is no later place.</source>
        <translation>没有更晚的位置。</translation>
    </message>
</context>
<context>
    <name>autodidact::Program</name>
    <message>
        <source>Autodidact</source>
        <translation>Autodidact</translation>
    </message>
    <message>
        <source>The database %1 cannot be opened.</source>
        <translation>无法打开数据库 %1。</translation>
    </message>
</context>
<context>
    <name>autodidact::PromptPanel</name>
    <message>
        <source>Prompt sent</source>
        <translation>发送的提示词</translation>
    </message>
    <message>
        <source>What the model was sent</source>
        <translation>发送给模型的内容</translation>
    </message>
    <message>
        <source>Find in this prompt (Ctrl+F)</source>
        <translation>在此提示词中查找（Ctrl+F）</translation>
    </message>
    <message>
        <source>Find in this prompt</source>
        <translation>在此提示词中查找</translation>
    </message>
    <message>
        <source>Copy the whole prompt as plain text</source>
        <translation>以纯文本复制整个提示词</translation>
    </message>
    <message>
        <source>Copy the whole prompt</source>
        <translation>复制整个提示词</translation>
    </message>
    <message>
        <source>No message sent yet.</source>
        <translation>尚未发送消息。</translation>
    </message>
    <message numerus="yes">
        <source>About %n tokens in the prompt</source>
        <translation>
            <numerusform>提示词约 %n 个词元</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 tokens in the prompt as the server counts; we estimate %2</source>
        <translation>按服务器计数，提示词有 %1 个词元；我们估计为 %2 个</translation>
    </message>
</context>
<context>
    <name>autodidact::ReflectionPanel</name>
    <message>
        <source>Reflection</source>
        <translation>反思</translation>
    </message>
    <message>
        <source>Text</source>
        <comment>tab</comment>
        <translation>文本</translation>
    </message>
    <message>
        <source>JSON</source>
        <comment>tab</comment>
        <translation>JSON</translation>
    </message>
    <message>
        <source>Text of the reflection</source>
        <translation>反思的文本</translation>
    </message>
    <message>
        <source>The reflection as the model gave it</source>
        <translation>模型给出的反思原文</translation>
    </message>
    <message>
        <source>Not run yet.</source>
        <translation>尚未运行。</translation>
    </message>
    <message>
        <source>Solved: nothing to reflect on.</source>
        <translation>已解决：无需反思。</translation>
    </message>
    <message>
        <source>Reflection is off in this run.</source>
        <translation>此运行已关闭反思。</translation>
    </message>
    <message>
        <source>Measured only: nothing is learned from this attempt.</source>
        <translation>仅作测量：不从本次尝试中学习。</translation>
    </message>
    <message>
        <source>Fault of this machine: nothing to reflect on.</source>
        <translation>本机故障：无需反思。</translation>
    </message>
    <message>
        <source>The agent saw only passing tests: nothing to reflect on.</source>
        <translation>智能体只看到通过的测试：无需反思。</translation>
    </message>
    <message>
        <source>No reflection yet.</source>
        <translation>尚无反思。</translation>
    </message>
    <message>
        <source>No reflection was written.</source>
        <translation>没有写下反思。</translation>
    </message>
    <message>
        <source>Names no error class; the verdict&apos;s is %1.</source>
        <translation>未指明错误类别；判定为“%1”。</translation>
    </message>
    <message>
        <source>Right error class: %1</source>
        <translation>错误类别正确：%1</translation>
    </message>
    <message>
        <source>Wrong error class: it says %1, the verdict says %2.</source>
        <translation>错误类别有误：反思认为是“%1”，判定为“%2”。</translation>
    </message>
</context>
<context>
    <name>autodidact::RepositoryPage</name>
    <message>
        <source>&amp;Name</source>
        <translation>名称(&amp;N)</translation>
    </message>
    <message>
        <source>Folder of the &amp;clone</source>
        <translation>克隆的文件夹(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Base commit</source>
        <translation>基准提交(&amp;B)</translation>
    </message>
    <message>
        <source>&amp;Environment</source>
        <translation>环境(&amp;E)</translation>
    </message>
    <message>
        <source>Set-&amp;up commands</source>
        <translation>准备命令(&amp;U)</translation>
    </message>
    <message>
        <source>&amp;Test commands</source>
        <translation>测试命令(&amp;T)</translation>
    </message>
    <message>
        <source>Must turn &amp;green</source>
        <translation>必须变为通过(&amp;G)</translation>
    </message>
    <message>
        <source>Must sta&amp;y green</source>
        <translation>必须保持通过(&amp;Y)</translation>
    </message>
    <message>
        <source>Test &amp;patch</source>
        <translation>测试补丁(&amp;P)</translation>
    </message>
    <message>
        <source>Acce&amp;pted patch</source>
        <translation>已接受的补丁(&amp;P)</translation>
    </message>
    <message>
        <source>Folder of the clone</source>
        <translation>克隆的文件夹</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>选择…</translation>
    </message>
    <message>
        <source>owner/project</source>
        <translation>owner/project</translation>
    </message>
    <message>
        <source>python 3.13</source>
        <translation>python 3.13</translation>
    </message>
    <message>
        <source>One command a line, in the work tree, before the tests.</source>
        <translation>每行一条命令，在测试之前于工作树中执行。</translation>
    </message>
    <message>
        <source>One test a line, as the test framework names it.</source>
        <translation>每行一个测试，按测试框架的命名。</translation>
    </message>
    <message>
        <source>Brings the tests that judge; applied after the attempt, never shown to the agent.</source>
        <translation>带来用于判定的测试；在尝试之后应用，从不给智能体看。</translation>
    </message>
</context>
<context>
    <name>autodidact::RollbackDialog</name>
    <message>
        <source>Roll back</source>
        <translation>回滚</translation>
    </message>
    <message>
        <source>Difference of the prompts</source>
        <translation>提示词的差异</translation>
    </message>
    <message>
        <source>Show difference</source>
        <translation>显示差异</translation>
    </message>
    <message>
        <source>Hold version %1: no automatic updates until I allow them</source>
        <translation>锁定版本 %1：在我允许之前不自动更新</translation>
    </message>
    <message>
        <source>Reason (optional)</source>
        <translation>理由（可选）</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Roll Back</source>
        <translation>回滚</translation>
    </message>
    <message>
        <source>Hold</source>
        <translation>锁定</translation>
    </message>
</context>
<context>
    <name>autodidact::RunControlPanel</name>
    <message>
        <source>Run control</source>
        <translation>运行控制</translation>
    </message>
    <message>
        <source>Suite</source>
        <translation>任务集</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>随机种子</translation>
    </message>
    <message>
        <source>Prompt version</source>
        <translation>提示词版本</translation>
    </message>
    <message>
        <source>Used</source>
        <translation>已用</translation>
    </message>
    <message>
        <source>Budget</source>
        <translation>预算</translation>
    </message>
    <message>
        <source>Rounds done</source>
        <translation>已完成的轮次</translation>
    </message>
    <message>
        <source>Tasks done in this phase</source>
        <translation>本阶段已完成的任务</translation>
    </message>
    <message>
        <source>Watch the offline demo</source>
        <translation>观看离线演示</translation>
    </message>
    <message>
        <source>New run…</source>
        <translation>新建运行…</translation>
    </message>
    <message>
        <source>No run yet.</source>
        <translation>还没有运行。</translation>
    </message>
    <message numerus="yes">
        <source>%n rounds done</source>
        <translation>
            <numerusform>已完成 %n 轮</numerusform>
        </translation>
    </message>
    <message>
        <source>Round %1 of %2</source>
        <translation>第 %1 轮，共 %2 轮</translation>
    </message>
    <message>
        <source>%1 of %2 tasks</source>
        <translation>%1/%2 个任务</translation>
    </message>
    <message>
        <source>%1 of %2 rounds</source>
        <translation>%1/%2 轮</translation>
    </message>
    <message>
        <source>%1 tokens</source>
        <translation>%1 个词元</translation>
    </message>
    <message numerus="yes">
        <source>%n attempts</source>
        <translation>
            <numerusform>%n 次尝试</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n min</source>
        <translation>
            <numerusform>%n 分钟</numerusform>
        </translation>
    </message>
    <message>
        <source>No limit</source>
        <translation>无限制</translation>
    </message>
    <message>
        <source>Oracle feedback: the agent sees the hidden tests&apos; output.</source>
        <translation>全知反馈：智能体能看到隐藏测试的输出。</translation>
    </message>
    <message>
        <source>Oracle feedback: the agent learns whether hidden tests pass.</source>
        <translation>全知反馈：智能体会得知隐藏测试是否通过。</translation>
    </message>
    <message>
        <source>No sandbox: programs of this run are executed without protection.</source>
        <translation>无沙箱：此运行的程序在没有保护的情况下执行。</translation>
    </message>
    <message>
        <source>The demo cannot run on this computer; Help &gt; Welcome says why.</source>
        <translation>无法在这台计算机上运行演示；“帮助 &gt; 欢迎”中说明了原因。</translation>
    </message>
    <message>
        <source>Round %1, without an end</source>
        <translation>第 %1 轮，无终点</translation>
    </message>
    <message numerus="yes">
        <source>%n round(s) so far</source>
        <translation>
            <numerusform>至今 %n 轮</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>autodidact::RunDesk</name>
    <message>
        <source>The run ended because of a fault. Everything up to here is stored.</source>
        <translation>运行因故障而结束。到此为止的内容均已保存。</translation>
    </message>
    <message>
        <source>The run ended because its budget is used up. Everything up to here is stored.</source>
        <translation>运行因预算用完而结束。到此为止的内容均已保存。</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>继续</translation>
    </message>
    <message>
        <source>Try Again</source>
        <translation>重试</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>The run could not be started. %1</source>
        <translation>无法启动运行。%1</translation>
    </message>
    <message>
        <source>The model server %1 does not answer as it should.</source>
        <translation>模型服务器 %1 未正常应答。</translation>
    </message>
    <message numerus="yes">
        <source>%1 The run is paused after %n tasks; nothing is lost.</source>
        <comment>what went wrong, a whole sentence</comment>
        <translation>
            <numerusform>%1运行在完成 %n 个任务后暂停；没有丢失任何内容。</numerusform>
        </translation>
    </message>
    <message>
        <source>Change Model…</source>
        <translation>更换模型…</translation>
    </message>
</context>
<context>
    <name>autodidact::RunListModel</name>
    <message>
        <source>Live</source>
        <translation>进行中</translation>
    </message>
    <message>
        <source>Simulated student</source>
        <translation>模拟学生</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <comment>rounds done of all rounds</comment>
        <translation>%1/%2</translation>
    </message>
    <message>
        <source>%1 %</source>
        <comment>percent</comment>
        <translation>%1%</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>运行</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Suite</source>
        <translation>任务集</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>Rounds</source>
        <translation>轮次</translation>
    </message>
    <message>
        <source>Solved in the last round</source>
        <translation>最后一轮已解决</translation>
    </message>
    <message>
        <source>Created</source>
        <translation>创建时间</translation>
    </message>
</context>
<context>
    <name>autodidact::RunToolBar</name>
    <message>
        <source>Follow +%1</source>
        <comment>steps of the run that were missed</comment>
        <translation>跟随 +%1</translation>
    </message>
    <message>
        <source>Follow</source>
        <translation>跟随</translation>
    </message>
    <message>
        <source>Run tools</source>
        <translation>运行工具栏</translation>
    </message>
    <message>
        <source>New run</source>
        <translation>新建运行</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>暂停</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>继续</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>单步</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Fail</source>
        <comment>previous failure, on the tool bar</comment>
        <translation>失败</translation>
    </message>
    <message>
        <source>Fail</source>
        <comment>next failure, on the tool bar</comment>
        <translation>失败</translation>
    </message>
    <message>
        <source>Roll back…</source>
        <translation>回滚…</translation>
    </message>
</context>
<context>
    <name>autodidact::RunTreeModel</name>
    <message>
        <source>Round %1</source>
        <translation>第 %1 轮</translation>
    </message>
    <message>
        <source>Attempt %1</source>
        <translation>第 %1 次尝试</translation>
    </message>
    <message>
        <source>%1 (baseline)</source>
        <comment>a task, solved with the first version</comment>
        <translation>%1（基线）</translation>
    </message>
    <message>
        <source>%1 (watched)</source>
        <comment>a task on which versions are compared</comment>
        <translation>%1（观察）</translation>
    </message>
    <message>
        <source>%1 (held out)</source>
        <comment>a task that nothing is learned from</comment>
        <translation>%1（留出）</translation>
    </message>
    <message>
        <source>%1 of %2 tasks solved</source>
        <translation>%2 个任务中解决 %1 个</translation>
    </message>
    <message>
        <source>%1 of %2 hidden tests passed</source>
        <translation>隐藏测试 %2 项中通过 %1 项</translation>
    </message>
    <message>
        <source>Prompt version %1</source>
        <translation>提示词版本 %1</translation>
    </message>
    <message>
        <source>Used the highlighted memory</source>
        <comment>memory entry</comment>
        <translation>使用了高亮的记忆</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>name of a row, and its state</comment>
        <translation>%1，%2</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Passed</source>
        <comment>column: tests of an attempt, tasks of a round</comment>
        <translation>通过</translation>
    </message>
    <message>
        <source>Error</source>
        <translation>错误</translation>
    </message>
    <message>
        <source>Tokens</source>
        <translation>词元</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>用时</translation>
    </message>
    <message numerus="yes">
        <source>Self-tests of %n attempts: %1 rejected right code, %2 accepted wrong code</source>
        <translation>
            <numerusform>%n 次尝试的自测：%1 次错拒正确代码，%2 次放过错误代码</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>autodidact::RunsPanel</name>
    <message>
        <source>Runs and attempts</source>
        <translation>运行与尝试</translation>
    </message>
    <message>
        <source>Runs, rounds, tasks and attempts</source>
        <translation>运行、轮次、任务与尝试</translation>
    </message>
    <message>
        <source>No task matches the filters.</source>
        <translation>没有符合筛选条件的任务。</translation>
    </message>
    <message>
        <source>Clear</source>
        <comment>filters</comment>
        <translation>清除</translation>
    </message>
    <message>
        <source>Runs appear here.</source>
        <translation>运行会显示在这里。</translation>
    </message>
</context>
<context>
    <name>autodidact::SafetyModel</name>
    <message>
        <source>Update refused</source>
        <translation>更新被否决</translation>
    </message>
    <message>
        <source>%1 → %2</source>
        <comment>from one version to another</comment>
        <translation>%1 → %2</translation>
    </message>
    <message>
        <source>A person</source>
        <translation>人</translation>
    </message>
    <message>
        <source>The guard</source>
        <translation>安全守卫</translation>
    </message>
    <message>
        <source>Decision</source>
        <translation>决定</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>版本</translation>
    </message>
    <message>
        <source>Round</source>
        <translation>轮次</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>理由</translation>
    </message>
    <message>
        <source>By</source>
        <translation>操作者</translation>
    </message>
</context>
<context>
    <name>autodidact::SafetyPanel</name>
    <message>
        <source>Safety log</source>
        <translation>安全记录</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>Safety decisions</source>
        <translation>安全决定</translation>
    </message>
    <message>
        <source>Details of the chosen decision</source>
        <translation>所选决定的详情</translation>
    </message>
    <message>
        <source>No decision yet. A rollback or a refused update is explained here.</source>
        <translation>尚无决定。回滚或被否决的更新会在这里说明。</translation>
    </message>
    <message>
        <source>False alarms of the window rule in this run: about %1 % of updates between equally good versions (simulated).</source>
        <translation>此运行中窗口规则的误报率：同样好的版本之间约 %1% 的更新（模拟所得）。</translation>
    </message>
    <message>
        <source>The guard is off in this run.</source>
        <translation>此运行已关闭安全守卫。</translation>
    </message>
    <message>
        <source>Update refused</source>
        <translation>更新被否决</translation>
    </message>
    <message>
        <source>Take this decision back; it takes effect in the next round</source>
        <translation>收回此决定；下一轮生效</translation>
    </message>
    <message>
        <source>Only the newest rollback or hold can be undone.</source>
        <translation>只能撤销最近一次回滚或锁定。</translation>
    </message>
</context>
<context>
    <name>autodidact::SearchBar</name>
    <message>
        <source>Find in this prompt</source>
        <translation>在此提示词中查找</translation>
    </message>
    <message>
        <source>Previous place</source>
        <translation>上一处</translation>
    </message>
    <message>
        <source>Next place</source>
        <translation>下一处</translation>
    </message>
    <message>
        <source>End the search</source>
        <translation>结束查找</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <comment>place of a search</comment>
        <translation>%1/%2</translation>
    </message>
</context>
<context>
    <name>autodidact::SpeedControl</name>
    <message>
        <source>Speed</source>
        <translation>速度</translation>
    </message>
    <message>
        <source>Maximum</source>
        <comment>speed</comment>
        <translation>最快</translation>
    </message>
    <message>
        <source>Step</source>
        <comment>speed</comment>
        <translation>单步</translation>
    </message>
    <message>
        <source>%1 s</source>
        <comment>seconds per attempt</comment>
        <translation>%1 秒</translation>
    </message>
    <message>
        <source>Time between two attempts. It changes what you see, never what the run does.</source>
        <translation>两次尝试之间的时间。只影响所见，不影响运行本身。</translation>
    </message>
</context>
<context>
    <name>autodidact::StatusLine</name>
    <message>
        <source>Database %1</source>
        <translation>数据库 %1</translation>
    </message>
    <message>
        <source>No sandbox</source>
        <translation>没有沙箱</translation>
    </message>
    <message>
        <source>Programs of this run are executed without protection.</source>
        <translation>此运行的程序在没有保护的情况下执行。</translation>
    </message>
    <message>
        <source>Programs run in the sandbox %1.</source>
        <translation>程序在沙箱 %1 中运行。</translation>
    </message>
    <message>
        <source>%1/%2 tokens</source>
        <translation>%1/%2 词元</translation>
    </message>
    <message>
        <source>%1 tokens</source>
        <translation>%1 个词元</translation>
    </message>
</context>
<context>
    <name>autodidact::StrategyDialog</name>
    <message>
        <source>The strategy search has learnt nothing here. It runs with the update strategies rl, meta and all.</source>
        <translation>此处策略搜索尚未学到任何内容。它在更新策略为 rl、meta 或 all 时运行。</translation>
    </message>
    <message>
        <source>Strategy search of %1</source>
        <translation>%1 的策略搜索</translation>
    </message>
    <message>
        <source>Context</source>
        <translation>情境</translation>
    </message>
    <message>
        <source>Choice</source>
        <translation>选择项</translation>
    </message>
    <message>
        <source>Option</source>
        <translation>选项</translation>
    </message>
    <message>
        <source>Weight</source>
        <translation>权重</translation>
    </message>
    <message>
        <source>Picks</source>
        <translation>选取次数</translation>
    </message>
    <message>
        <source>Counted</source>
        <translation>计入次数</translation>
    </message>
    <message>
        <source>Mean reward</source>
        <translation>平均回报</translation>
    </message>
    <message>
        <source>Options after the last round</source>
        <translation>最后一轮之后的选项</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Round</source>
        <comment>axis</comment>
        <translation>轮次</translation>
    </message>
</context>
<context>
    <name>autodidact::SuiteListModel</name>
    <message>
        <source>%1, comes with the program</source>
        <translation>%1，随程序附带</translation>
    </message>
    <message>
        <source>Comes with the program: a change goes into a copy.</source>
        <translation>随程序附带：改动会存入副本。</translation>
    </message>
    <message>
        <source>Suite</source>
        <translation>任务集</translation>
    </message>
    <message>
        <source>Tasks</source>
        <translation>任务</translation>
    </message>
    <message>
        <source>Version</source>
        <comment>of a suite</comment>
        <translation>版本</translation>
    </message>
</context>
<context>
    <name>autodidact::SuitesWindow</name>
    <message>
        <source>The task %1 is saved: suite %2, version %3.</source>
        <translation>任务 %1 已保存：任务集 %2，版本 %3。</translation>
    </message>
    <message>
        <source>A suite has at least one task. Remove the whole suite instead.</source>
        <translation>任务集至少有一个任务。请改为移除整个任务集。</translation>
    </message>
    <message>
        <source>Remove tasks</source>
        <translation>移除任务</translation>
    </message>
    <message>
        <source>A new version of the suite is made without them. Runs keep the version that they were made with. You can undo this.</source>
        <translation>将生成不含它们的新版本任务集。运行仍保留各自所用的版本。此操作可撤销。</translation>
    </message>
    <message>
        <source>The suite comes with the program and stays as it is. A copy is made without them: %1.</source>
        <translation>该任务集随程序附带，保持不变。将生成不含它们的副本：%1。</translation>
    </message>
    <message>
        <source>&amp;Remove</source>
        <translation>移除(&amp;R)</translation>
    </message>
    <message>
        <source>The tasks are back.</source>
        <translation>任务已恢复。</translation>
    </message>
    <message>
        <source>Suite %1, version %2.</source>
        <translation>任务集 %1，版本 %2。</translation>
    </message>
    <message>
        <source>Remove suite</source>
        <translation>移除任务集</translation>
    </message>
    <message>
        <source>This cannot be undone. Export the suite first if you may need it again.</source>
        <translation>此操作无法撤销。若以后可能需要，请先导出该任务集。</translation>
    </message>
    <message>
        <source>The suite %1 is removed.</source>
        <translation>任务集 %1 已移除。</translation>
    </message>
    <message>
        <source>Export suite</source>
        <translation>导出任务集</translation>
    </message>
    <message>
        <source>Suites (*.jsonl)</source>
        <translation>任务集 (*.jsonl)</translation>
    </message>
    <message>
        <source>There is a draft of the task %1.</source>
        <translation>任务 %1 有一份草稿。</translation>
    </message>
    <message>
        <source>Suites and tasks</source>
        <translation>任务集与任务</translation>
    </message>
    <message>
        <source>Suites</source>
        <translation>任务集</translation>
    </message>
    <message>
        <source>Tasks of the suite</source>
        <translation>任务集中的任务</translation>
    </message>
    <message>
        <source>Ne&amp;w suite…</source>
        <translation>新建任务集(&amp;W)…</translation>
    </message>
    <message>
        <source>E&amp;xport…</source>
        <translation>导出(&amp;X)…</translation>
    </message>
    <message>
        <source>Remo&amp;ve…</source>
        <comment>suite</comment>
        <translation>移除(&amp;V)…</translation>
    </message>
    <message>
        <source>&amp;New task…</source>
        <translation>新建任务(&amp;N)…</translation>
    </message>
    <message>
        <source>&amp;Edit…</source>
        <translation>编辑(&amp;E)…</translation>
    </message>
    <message>
        <source>&amp;Duplicate…</source>
        <translation>复制(&amp;D)…</translation>
    </message>
    <message>
        <source>&amp;Remove…</source>
        <comment>tasks</comment>
        <translation>移除(&amp;R)…</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>撤销(&amp;U)</translation>
    </message>
    <message>
        <source>&amp;Continue the draft</source>
        <translation>继续草稿(&amp;C)</translation>
    </message>
    <message>
        <source>C&amp;lose</source>
        <translation>关闭(&amp;L)</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>清除</translation>
    </message>
    <message>
        <source>Search key, title, group, family or statement</source>
        <translation>搜索键、标题、分组、错误族或题目说明</translation>
    </message>
    <message>
        <source>Search tasks</source>
        <translation>搜索任务</translation>
    </message>
    <message>
        <source>Every language</source>
        <translation>所有语言</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>语言</translation>
    </message>
    <message>
        <source>Every kind</source>
        <translation>所有类型</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>Every family</source>
        <translation>所有错误族</translation>
    </message>
    <message>
        <source>Family</source>
        <translation>错误族</translation>
    </message>
    <message>
        <source>%1 of %2 tasks</source>
        <translation>%2 个任务中的 %1 个</translation>
    </message>
    <message>
        <source>No task matches. Clear the search to see all of them.</source>
        <translation>没有匹配的任务。清除搜索即可看到全部。</translation>
    </message>
    <message>
        <source>Reading the tasks …</source>
        <translation>正在读取任务…</translation>
    </message>
    <message>
        <source>No suite yet. Make one here, or import one from the File menu.</source>
        <translation>尚无任务集。请在此新建，或从“文件”菜单导入。</translation>
    </message>
    <message>
        <source>Choose a suite first, or make one.</source>
        <translation>请先选择或新建任务集。</translation>
    </message>
    <message>
        <source>This suite comes with the program and stays.</source>
        <translation>此任务集随程序附带，不可移除。</translation>
    </message>
    <message>
        <source>Choose one task.</source>
        <translation>请选择一个任务。</translation>
    </message>
    <message>
        <source>Choose a task.</source>
        <translation>请选择任务。</translation>
    </message>
    <message>
        <source>%1
Comes with the program: a change goes into a copy.</source>
        <translation>%1
随程序附带：改动会存入副本。</translation>
    </message>
    <message numerus="yes">
        <source>Remove %n tasks from the suite %1?</source>
        <translation>
            <numerusform>从任务集 %1 中移除 %n 个任务？</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n tasks removed.</source>
        <translation>
            <numerusform>已移除 %n 个任务。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Remove the suite %1 with its %n tasks?</source>
        <translation>
            <numerusform>移除任务集 %1 及其 %n 个任务？</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n tasks are in %1.</source>
        <translation>
            <numerusform>%n 个任务已存入 %1。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n tasks</source>
        <translation>
            <numerusform>%n 个任务</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>autodidact::TaskEditor</name>
    <message>
        <source>Running program %1 of %2 …</source>
        <translation>正在运行第 %1 个程序，共 %2 个…</translation>
    </message>
    <message>
        <source>Changed since the last check.</source>
        <translation>上次检查后有改动。</translation>
    </message>
    <message>
        <source>Not saved. Correct what is listed first.</source>
        <translation>未保存。请先改正所列各项。</translation>
    </message>
    <message>
        <source>Not run. Correct what is listed first.</source>
        <translation>未运行。请先改正所列各项。</translation>
    </message>
    <message>
        <source>The sandbox is getting ready …</source>
        <translation>沙箱正在准备…</translation>
    </message>
    <message>
        <source>The task is not sound yet.</source>
        <translation>任务尚不可靠。</translation>
    </message>
    <message>
        <source>Not saved yet. Look at the warnings; you may save anyway.</source>
        <translation>尚未保存。请查看警告；也可以仍然保存。</translation>
    </message>
    <message>
        <source>Nothing is wrong. Look at the warnings.</source>
        <translation>没有错误。请查看警告。</translation>
    </message>
    <message>
        <source>Sound: every reference is green, starter code and an empty program are red.</source>
        <translation>可靠：参考解答全部通过，起始代码和空程序均未通过。</translation>
    </message>
    <message>
        <source>The check was stopped. Nothing was saved.</source>
        <translation>检查已停止。未保存任何内容。</translation>
    </message>
    <message>
        <source>Not saved. %1</source>
        <translation>未保存。%1</translation>
    </message>
    <message>
        <source>Run the check, and save when nothing is wrong (Ctrl+S)</source>
        <translation>运行检查，无误则保存（Ctrl+S）</translation>
    </message>
    <message>
        <source>Nothing was changed.</source>
        <translation>没有改动。</translation>
    </message>
    <message>
        <source>Unsaved task</source>
        <translation>未保存的任务</translation>
    </message>
    <message>
        <source>The task was changed and not saved.</source>
        <translation>任务已改动，尚未保存。</translation>
    </message>
    <message>
        <source>A draft is kept for you, one for each database; you find it in the window of suites and tasks.</source>
        <translation>可为您保留一份草稿，每个数据库一份；可在“任务集与任务”窗口中找到。</translation>
    </message>
    <message>
        <source>&amp;Keep a draft</source>
        <translation>保留草稿(&amp;K)</translation>
    </message>
    <message>
        <source>&amp;Discard</source>
        <translation>放弃(&amp;D)</translation>
    </message>
    <message>
        <source>&amp;Go on editing</source>
        <translation>继续编辑(&amp;G)</translation>
    </message>
    <message>
        <source>New task</source>
        <translation>新建任务</translation>
    </message>
    <message>
        <source>Task %1</source>
        <translation>任务 %1</translation>
    </message>
    <message>
        <source>The first task of the new suite “%1”. The suite is stored with it.</source>
        <translation>新任务集“%1”的第一个任务。任务集随它一同保存。</translation>
    </message>
    <message>
        <source>The suite “%1” comes with the program and stays as it is. Your change goes into a copy, “%2”.</source>
        <translation>任务集“%1”随程序附带，保持不变。您的改动会存入副本“%2”。</translation>
    </message>
    <message>
        <source>Suite “%1”, version %2. Saving makes version %3; runs keep the version that they were made with.</source>
        <translation>任务集“%1”，版本 %2。保存后成为版本 %3；运行仍保留各自所用的版本。</translation>
    </message>
    <message>
        <source>&amp;Task</source>
        <translation>任务(&amp;T)</translation>
    </message>
    <message>
        <source>C&amp;ode</source>
        <translation>代码(&amp;O)</translation>
    </message>
    <message>
        <source>Te&amp;sts</source>
        <translation>测试(&amp;S)</translation>
    </message>
    <message>
        <source>Re&amp;pository</source>
        <translation>代码仓库(&amp;P)</translation>
    </message>
    <message>
        <source>Li&amp;mits and labels</source>
        <translation>限制与标签(&amp;M)</translation>
    </message>
    <message>
        <source>Parts of the task</source>
        <translation>任务的各部分</translation>
    </message>
    <message>
        <source>What is wrong with the task</source>
        <translation>任务的问题</translation>
    </message>
    <message>
        <source>Chec&amp;k</source>
        <translation>检查(&amp;K)</translation>
    </message>
    <message>
        <source>Run references, starter code and an empty program in the sandbox</source>
        <translation>在沙箱中运行参考解答、起始代码和空程序</translation>
    </message>
    <message>
        <source>&amp;Stop the check</source>
        <translation>停止检查(&amp;S)</translation>
    </message>
    <message>
        <source>Save &amp;anyway</source>
        <translation>仍然保存(&amp;A)</translation>
    </message>
    <message>
        <source>Save in spite of the warnings</source>
        <translation>不顾警告而保存</translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation>保存(&amp;S)</translation>
    </message>
    <message>
        <source>Cl&amp;ose</source>
        <translation>关闭(&amp;O)</translation>
    </message>
    <message>
        <source>Progress of the check</source>
        <translation>检查进度</translation>
    </message>
    <message>
        <source>No function is there. Paste the whole signature, such as “def area(width, height):”.</source>
        <translation>没有找到函数。请粘贴完整的签名，例如“def area(width, height):”。</translation>
    </message>
    <message>
        <source>Taken from the issue. Now name the folder of the clone, the base commit and the tests, under Repository.</source>
        <translation>已从议题得出。现在请在“代码仓库”页填写克隆的文件夹、基准提交和测试。</translation>
    </message>
    <message numerus="yes">
        <source>Taken from the signature: %n visible tests.</source>
        <translation>
            <numerusform>已从签名得出 %n 个可见测试。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>autodidact::TaskListModel</name>
    <message>
        <source>%1 visible, %2 hidden</source>
        <comment>tests</comment>
        <translation>%1 个可见，%2 个隐藏</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>键</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>标题</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>语言</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>Group</source>
        <translation>分组</translation>
    </message>
    <message>
        <source>Families</source>
        <translation>错误族</translation>
    </message>
    <message>
        <source>Tests</source>
        <translation>测试</translation>
    </message>
    <message>
        <source>References</source>
        <translation>参考解答</translation>
    </message>
</context>
<context>
    <name>autodidact::TestsModel</name>
    <message>
        <source>example %1</source>
        <translation>示例 %1</translation>
    </message>
    <message>
        <source>hidden %1</source>
        <comment>test</comment>
        <translation>隐藏 %1</translation>
    </message>
    <message>
        <source>Red</source>
        <translation>未通过</translation>
    </message>
    <message>
        <source>Incomplete</source>
        <translation>不完整</translation>
    </message>
    <message>
        <source>Look at it</source>
        <translation>请查看</translation>
    </message>
    <message>
        <source>Green</source>
        <translation>通过</translation>
    </message>
    <message>
        <source>File</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>Test</source>
        <translation>测试</translation>
    </message>
    <message>
        <source>The agent</source>
        <translation>对智能体</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
</context>
<context>
    <name>autodidact::TestsPage</name>
    <message>
        <source>Tests</source>
        <translation>测试</translation>
    </message>
    <message>
        <source>Add &amp;visible</source>
        <translation>添加可见(&amp;V)</translation>
    </message>
    <message>
        <source>Add &amp;hidden</source>
        <translation>添加隐藏(&amp;H)</translation>
    </message>
    <message>
        <source>D&amp;uplicate</source>
        <translation>复制(&amp;U)</translation>
    </message>
    <message>
        <source>R&amp;emove</source>
        <translation>移除(&amp;E)</translation>
    </message>
    <message>
        <source>No test yet. Visible tests may reach a prompt; hidden tests decide, and the agent never sees them.</source>
        <translation>尚无测试。可见测试可能进入提示词；隐藏测试决定结果，智能体从不看到隐藏测试。</translation>
    </message>
    <message>
        <source>Visible: the agent may see it</source>
        <translation>可见：智能体可能看到</translation>
    </message>
    <message>
        <source>Hidden: the agent never sees it</source>
        <translation>隐藏：智能体从不看到</translation>
    </message>
    <message>
        <source>Visibility</source>
        <translation>可见性</translation>
    </message>
    <message>
        <source>Standard input</source>
        <translation>标准输入</translation>
    </message>
    <message>
        <source>Standard output</source>
        <translation>标准输出</translation>
    </message>
    <message>
        <source>Accepted output %1</source>
        <translation>接受的输出 %1</translation>
    </message>
    <message>
        <source>Add an output</source>
        <translation>添加输出</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>移除</translation>
    </message>
    <message>
        <source>Path in the work folder</source>
        <translation>工作文件夹中的路径</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Content</source>
        <translation>内容</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>代码</translation>
    </message>
</context>
<context>
    <name>autodidact::TextPage</name>
    <message>
        <source>&amp;Title</source>
        <translation>标题(&amp;T)</translation>
    </message>
    <message>
        <source>Ke&amp;y</source>
        <translation>键(&amp;Y)</translation>
    </message>
    <message>
        <source>for example row_of_chairs</source>
        <translation>例如 row_of_chairs</translation>
    </message>
    <message>
        <source>&amp;Language</source>
        <translation>语言(&amp;L)</translation>
    </message>
    <message>
        <source>K&amp;ind</source>
        <translation>类型(&amp;I)</translation>
    </message>
    <message>
        <source>Entry &amp;point</source>
        <translation>入口点(&amp;P)</translation>
    </message>
    <message>
        <source>Isolatio&amp;n</source>
        <translation>隔离(&amp;N)</translation>
    </message>
    <message>
        <source>State&amp;ment</source>
        <translation>题目说明(&amp;M)</translation>
    </message>
    <message>
        <source>What the program must do, with worked examples.</source>
        <translation>程序必须做什么，并附示例。</translation>
    </message>
    <message>
        <source>From a si&amp;gnature…</source>
        <translation>由函数签名生成(&amp;G)…</translation>
    </message>
    <message>
        <source>Paste a signature with its docstring: entry point, starter code, statement and visible tests come from it</source>
        <translation>粘贴签名及其文档字符串：由此得出入口点、起始代码、题目说明和可见测试</translation>
    </message>
    <message>
        <source>From an iss&amp;ue…</source>
        <translation>由议题生成(&amp;U)…</translation>
    </message>
    <message>
        <source>Paste the text or the export of an issue: it becomes a task on a repository</source>
        <translation>粘贴议题的文本或导出内容：它会成为针对代码仓库的任务</translation>
    </message>
    <message>
        <source>The program&apos;s file, such as “area.py”.</source>
        <translation>程序文件，例如“area.py”。</translation>
    </message>
    <message>
        <source>The function that the tests call.</source>
        <translation>测试所调用的函数。</translation>
    </message>
    <message>
        <source>Marked on every screen: a program in one process with its tests can read them.</source>
        <translation>在每个界面都会标明：与测试同处一个进程的程序能够读取测试。</translation>
    </message>
</context>
<context>
    <name>autodidact::TreeView</name>
    <message>
        <source>not used</source>
        <comment>version without a tried task</comment>
        <translation>未使用</translation>
    </message>
    <message>
        <source>%1 %</source>
        <comment>percentage</comment>
        <translation>%1%</translation>
    </message>
    <message>
        <source>%1–%2 %</source>
        <comment>interval in per cent</comment>
        <translation>%1–%2%</translation>
    </message>
    <message>
        <source>+%1</source>
        <comment>further refused updates</comment>
        <translation>+%1</translation>
    </message>
    <message>
        <source>Update refused after round %1: %2</source>
        <translation>第 %1 轮后更新被否决：%2</translation>
    </message>
    <message>
        <source>Version %1: %2</source>
        <translation>版本 %1：%2</translation>
    </message>
</context>
<context>
    <name>autodidact::VerdictModel</name>
    <message>
        <source>Build messages</source>
        <translation>构建消息</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>a test, and what became of it</comment>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>Line %1</source>
        <translation>第 %1 行</translation>
    </message>
    <message>
        <source>Whole file</source>
        <translation>整个文件</translation>
    </message>
    <message>
        <source>Test</source>
        <translation>测试</translation>
    </message>
    <message>
        <source>Message</source>
        <translation>消息</translation>
    </message>
    <message>
        <source>Visible tests: %1 of %2</source>
        <translation>可见测试：%1/%2</translation>
    </message>
    <message>
        <source>Hidden tests: %1 of %2</source>
        <translation>隐藏测试：%1/%2</translation>
    </message>
    <message>
        <source>the agent never saw these</source>
        <comment>hidden tests</comment>
        <translation>智能体从未见过</translation>
    </message>
    <message>
        <source>Tests of its own: %1 of %2</source>
        <comment>that the attempt wrote itself</comment>
        <translation>自测：%1/%2</translation>
    </message>
    <message>
        <source>written by the attempt; hidden tests decide</source>
        <comment>tests of its own</comment>
        <translation>由本次尝试自己编写；由隐藏测试判定</translation>
    </message>
    <message>
        <source>Tool findings: %1</source>
        <translation>工具发现：%1</translation>
    </message>
    <message>
        <source>of the code, before its tests</source>
        <comment>tool findings</comment>
        <translation>测试之前对代码的检查</translation>
    </message>
    <message>
        <source>not looked at</source>
        <comment>no tool ran for a check</comment>
        <translation>未检查</translation>
    </message>
    <message>
        <source>nothing found</source>
        <comment>by a tool</comment>
        <translation>未发现问题</translation>
    </message>
    <message>
        <source>%1, line %2</source>
        <comment>a tool, and where</comment>
        <translation>%1，第 %2 行</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>a check, and what it found</comment>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>%1: %2 [%3]</source>
        <comment>a check, what it found, the tool&apos;s name for it</comment>
        <translation>%1：%2 [%3]</translation>
    </message>
</context>
<context>
    <name>autodidact::VerdictPanel</name>
    <message>
        <source>Verdict</source>
        <translation>判定</translation>
    </message>
    <message>
        <source>Tests of the attempt</source>
        <translation>本次尝试的测试</translation>
    </message>
    <message>
        <source>The chosen test</source>
        <translation>所选测试</translation>
    </message>
    <message>
        <source>Output of the program</source>
        <translation>程序的输出</translation>
    </message>
    <message>
        <source>What the attempt used</source>
        <translation>本次尝试的资源用量</translation>
    </message>
    <message>
        <source>Test</source>
        <comment>tab</comment>
        <translation>测试</translation>
    </message>
    <message>
        <source>Output</source>
        <translation>输出</translation>
    </message>
    <message>
        <source>Resources</source>
        <translation>资源</translation>
    </message>
    <message>
        <source>Not run yet.</source>
        <translation>尚未运行。</translation>
    </message>
    <message>
        <source>%1
%2</source>
        <comment>a fault, and its cause</comment>
        <translation>%1
%2</translation>
    </message>
    <message>
        <source>Tampering: %1</source>
        <translation>篡改：%1</translation>
    </message>
    <message>
        <source>In process: code and tests share one process, so the code could reach the tests.</source>
        <translation>同进程：代码与测试共用一个进程，因此代码可能接触到测试。</translation>
    </message>
    <message>
        <source>Choose a test to see what it expects.</source>
        <translation>选择一个测试以查看其预期。</translation>
    </message>
</context>
<context>
    <name>autodidact::VersionsPanel</name>
    <message>
        <source>Compare</source>
        <translation>比较</translation>
    </message>
    <message>
        <source>Pin</source>
        <translation>固定</translation>
    </message>
    <message>
        <source>Note…</source>
        <translation>备注…</translation>
    </message>
    <message>
        <source>Roll back…</source>
        <translation>回滚…</translation>
    </message>
    <message>
        <source>Undo rollback</source>
        <translation>撤销回滚</translation>
    </message>
    <message>
        <source>Release hold</source>
        <translation>解除锁定</translation>
    </message>
    <message>
        <source>Tree of prompt versions</source>
        <translation>提示词版本树</translation>
    </message>
    <message>
        <source>Details of the chosen version</source>
        <translation>所选版本的详情</translation>
    </message>
    <message>
        <source>One version so far. The first update comes after round 1.</source>
        <translation>目前只有一个版本。第 1 轮后出现首次更新。</translation>
    </message>
    <message>
        <source>Choose a version in the tree first.</source>
        <translation>请先在树中选择一个版本。</translation>
    </message>
    <message>
        <source>Difference to the version it came from. Ctrl and a click compares any two.</source>
        <translation>与其来源版本的差异。按住 Ctrl 点击可比较任意两个版本。</translation>
    </message>
    <message>
        <source>The first version has no parent.</source>
        <translation>首个版本没有父版本。</translation>
    </message>
    <message>
        <source>Keep this version in sight</source>
        <translation>让此版本保持可见</translation>
    </message>
    <message>
        <source>Write a line that is shown with the version</source>
        <translation>写一行随版本显示的备注</translation>
    </message>
    <message>
        <source>Hold this version</source>
        <translation>锁定此版本</translation>
    </message>
    <message>
        <source>Use this version again from the next round</source>
        <translation>从下一轮起重新使用此版本</translation>
    </message>
    <message>
        <source>This version is current and held already.</source>
        <translation>此版本已是当前版本并已锁定。</translation>
    </message>
    <message>
        <source>Take the newest rollback back</source>
        <translation>收回最近一次回滚</translation>
    </message>
    <message>
        <source>There is no rollback to take back.</source>
        <translation>没有可收回的回滚。</translation>
    </message>
    <message>
        <source>Allow automatic updates again</source>
        <translation>重新允许自动更新</translation>
    </message>
    <message>
        <source>Prompt versions</source>
        <translation>提示词版本</translation>
    </message>
    <message>
        <source>Note on version %1</source>
        <translation>版本 %1 的备注</translation>
    </message>
    <message>
        <source>One line, shown with the version:</source>
        <translation>一行，随版本显示：</translation>
    </message>
    <message>
        <source>The update that waits</source>
        <translation>等待决定的更新</translation>
    </message>
    <message>
        <source>Publish version %1 on %2</source>
        <translation>将版本 %1 发布到%2渠道</translation>
    </message>
    <message>
        <source>Withdraw version %1 from %2</source>
        <translation>从%2渠道撤回版本 %1</translation>
    </message>
    <message>
        <source>Publish</source>
        <translation>发布</translation>
    </message>
    <message>
        <source>Publish the chosen version on a channel, or withdraw it</source>
        <translation>将所选版本发布到渠道，或撤回</translation>
    </message>
    <message>
        <source>Strategy…</source>
        <translation>策略…</translation>
    </message>
    <message>
        <source>What the strategy search learnt, round by round</source>
        <translation>策略搜索逐轮学到的内容</translation>
    </message>
</context>
<context>
    <name>autodidact::WelcomePage</name>
    <message>
        <source>Looking at this computer…</source>
        <translation>正在检查本机…</translation>
    </message>
    <message>
        <source>Sandbox %1</source>
        <translation>沙箱 %1</translation>
    </message>
    <message>
        <source>No sandbox</source>
        <translation>没有沙箱</translation>
    </message>
    <message>
        <source>No Python</source>
        <translation>没有 Python</translation>
    </message>
    <message>
        <source>Python %1</source>
        <translation>Python %1</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>语言</translation>
    </message>
    <message>
        <source>Close this page; Help &gt; Welcome opens it again</source>
        <translation>关闭此页；可通过“帮助 &gt; 欢迎”重新打开</translation>
    </message>
    <message>
        <source>Close this page</source>
        <translation>关闭此页</translation>
    </message>
    <message>
        <source>Watch the offline demo</source>
        <translation>观看离线演示</translation>
    </message>
    <message numerus="yes">
        <source>%n tasks, 6 rounds, about 2 minutes. No key, no network. The learner is a simulated student, not a language model.</source>
        <translation>
            <numerusform>%n 个任务，6 轮，约 2 分钟。无需密钥，无需网络。学习者是模拟学生，不是语言模型。</numerusform>
        </translation>
    </message>
    <message>
        <source>Connect a model server…</source>
        <translation>连接模型服务器…</translation>
    </message>
    <message>
        <source>Ollama, llama.cpp, vLLM, LM Studio, OpenAI</source>
        <translation>Ollama、llama.cpp、vLLM、LM Studio、OpenAI</translation>
    </message>
    <message>
        <source>Open a database…</source>
        <translation>打开数据库…</translation>
    </message>
    <message>
        <source>Import a suite…</source>
        <translation>导入任务集…</translation>
    </message>
    <message>
        <source>Check again</source>
        <translation>重新检查</translation>
    </message>
    <message>
        <source>A run is live already. Stop it, or wait until it ends.</source>
        <translation>已有运行正在进行。请停止它，或等待其结束。</translation>
    </message>
</context>
</TS>
