package autodidact;

import java.io.File;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.zip.CRC32;

/**
 * Binds the virtual machine's own libraries, so that no class of a program can bind their functions to itself. Those that
 * programs need through the machine's own classes are bound by these first; a file channel brings libnet, which tries for
 * sockets as soon as it is loaded: the sandbox does not hold these against the program.
 */
final class Libraries {
    private Libraries() {
    }

    static void take() {
        new CRC32();
        try {
            FileChannel.open(Path.of("/dev/null"), StandardOpenOption.READ).close();
        } catch (IOException error) {
            throw new IllegalStateException(error);
        }
        String folder = System.getProperty("java.home") + "/lib/";
        for (String name : new String[] {"java", "net", "nio", "zip", "jimage", "extnet", "verify", "syslookup", "jsig", "prefs"}) {
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
