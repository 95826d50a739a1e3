package fr.aisneneo.core.sealing.file;

import java.io.FileDescriptor;
import java.io.IOException;

/** How what was written to a file is made durable. Thread-safe. */
@FunctionalInterface
interface Sync {
    /** As the operating system does it. */
    Sync SYSTEM = FileDescriptor::sync;

    /** Returns when all that was written to the file is durable, or says that some may not be. */
    void force(FileDescriptor file) throws IOException;
}
