package autodidact;

import java.util.Map;

/** Has the classes of program and tests, which lie in no file that anybody could read. */
final class AttemptLoader extends ClassLoader {
    private final Map<String, byte[]> classes;

    AttemptLoader(Map<String, byte[]> classes) {
        super(AttemptLoader.class.getClassLoader());
        this.classes = classes;
        for (String name : classes.keySet()) {
            if (name.contains("Autodidact_"))
                super.setClassAssertionStatus(name, true);
        }
    }

    @Override
    public void setClassAssertionStatus(String name, boolean enabled) {
        // The tests' assertions stay on, whatever a program would like.
    }

    @Override
    public void setPackageAssertionStatus(String name, boolean enabled) {
    }

    @Override
    public void setDefaultAssertionStatus(boolean enabled) {
    }

    @Override
    public void clearAssertionStatus() {
    }

    @Override
    protected Class<?> findClass(String name) throws ClassNotFoundException {
        byte[] bytes;
        synchronized (classes) {
            bytes = classes.remove(name);
        }
        if (bytes == null)
            throw new ClassNotFoundException(name);
        return defineClass(name, bytes, 0, bytes.length);
    }
}
