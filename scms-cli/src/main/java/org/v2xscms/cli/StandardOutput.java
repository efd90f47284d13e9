package org.v2xscms.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.nio.charset.Charset;
import org.jspecify.annotations.Nullable;

/**
 * Standard output that remembers why it could not be written. Print writers swallow that, and a report cut short by a full
 * disk must not end in the exit code of a whole one.
 */
final class StandardOutput {

    private final Remembering stream = new Remembering(new FileOutputStream(FileDescriptor.out));
    private final PrintWriter writer;

    StandardOutput(Charset charset) {
        writer = new PrintWriter(stream, false, charset);
    }

    PrintWriter writer() {
        return writer;
    }

    /** Writes what is left; returns why something could not be written, null if all was. */
    @Nullable
    IOException finish() {
        writer.flush();
        return stream.failure;
    }

    private static final class Remembering extends FilterOutputStream {
        private @Nullable IOException failure;

        private Remembering(OutputStream out) {
            super(out);
        }

        @Override
        public void write(byte[] octets, int from, int length) throws IOException {
            try {
                out.write(octets, from, length);
            } catch (IOException e) {
                failure = e;
                throw e;
            }
        }
    }
}
