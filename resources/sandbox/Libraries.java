package autodidact;

import java.io.File;

/**
 * Binds the virtual machine's own libraries, so that no class of a program can bind their functions to itself. Not libnet:
 * it makes a socket as soon as it is loaded, which is forbidden to everybody.
 */
final class Libraries {
    private Libraries() {
    }

    static void take() {
        String folder = System.getProperty("java.home") + "/lib/";
        for (String name : new String[] {"java", "nio", "zip", "jimage", "extnet", "verify", "syslookup", "jsig", "prefs"}) {
            File file = new File(folder + "lib" + name + ".so");
            try {
                if (file.exists())
                    System.load(file.getPath());
            } catch (UnsatisfiedLinkError error) {
                continue; // the machine has bound it already: nobody else can
            }
        }
    }
}
