# The machines of the WebAssembly sandbox that the set-up fetched lie beside the helper that opens them: libexec/autodidact/wasm.
set(AUTODIDACT_WASM "$ENV{AUTODIDACT_WASM}" CACHE PATH "Folder with pyodide and quickjs")

set(wasm_place "${CMAKE_BINARY_DIR}/libexec/autodidact/wasm")
if(EXISTS "${AUTODIDACT_WASM}/pyodide" AND EXISTS "${AUTODIDACT_WASM}/quickjs")
    file(REMOVE_RECURSE "${wasm_place}")
    file(COPY "${AUTODIDACT_WASM}/" DESTINATION "${wasm_place}")
else()
    message(STATUS "No WebAssembly sandbox: pyodide and quickjs are missing in \"${AUTODIDACT_WASM}\". ./packaging/dev fetches them.")
endif()
