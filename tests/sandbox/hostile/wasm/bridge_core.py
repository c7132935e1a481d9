# class: logic
# Every way to the bridge's own modules, by import and beside it.
import sys


def attack():
    import _imp
    from importlib.machinery import ModuleSpec
    for name in ("_pyodide_core", "-pyodide_core", "", "pyodide_js", "_pyodide"):
        for load in (__import__, lambda name: _imp.create_builtin(ModuleSpec(name, None))):
            try:
                module = load(name)
                for reach in ("run_js", "JsProxy", "jsglobals", "create_proxy"):
                    found = getattr(module, reach, None)
                    if found is not None and callable(found) and "js" in reach:
                        return found("42")
            except BaseException:
                pass
    return 0 if "js" not in sys.modules else 1
