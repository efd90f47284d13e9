package org.v2xscms.kernel.audit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.v2xscms.codec.oer.Octets;

/**
 * Checkpoints in a file that only grows, so that it can lie on a medium or in a file system that allows nothing else.
 *
 * <p>A line is the checkpoint and its signature in hex and a final point: {@code <hex> <hex> .}. A line without its
 * point was cut by a crash before it was confirmed and is passed over; one cut by hand leaves a break in the links
 * between checkpoints.
 */
public final class CheckpointFile {

    private static final String END = " .";

    private final Path file;

    public CheckpointFile(Path file) {
        this.file = file;
    }

    /** One line: the octets as they stand, and the checkpoint in them, or null where they hold none. */
    record Line(
            int number,
            Octets encoded,
            Octets signature,
            @Nullable Checkpoint checkpoint) {}

    /** Writes one line through to the medium. */
    void append(Checkpoint checkpoint, Octets signature) {
        String line = checkpoint.encoded().hex() + " " + signature.hex() + END + "\n";
        try {
            boolean torn = endsInsideLine();
            try (FileChannel channel = FileChannel.open(
                    file, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.APPEND)) {
                ByteBuffer content = StandardCharsets.US_ASCII.encode(torn ? "\n" + line : line);
                while (content.hasRemaining()) {
                    channel.write(content);
                }
                channel.force(true);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write the audit checkpoint to " + file, e);
        }
    }

    private boolean endsInsideLine() throws IOException {
        if (!Files.exists(file) || Files.size(file) == 0) {
            return false;
        }
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            ByteBuffer last = ByteBuffer.allocate(1);
            channel.read(last, channel.size() - 1);
            return last.get(0) != '\n';
        }
    }

    List<Line> lines() {
        if (!Files.exists(file)) {
            return List.of();
        }
        try {
            List<Line> lines = new ArrayList<>();
            int number = 0;
            for (String text : Files.readAllLines(file, StandardCharsets.US_ASCII)) {
                number++;
                if (text.endsWith(END)) {
                    lines.add(parse(number, text));
                }
            }
            return lines;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the audit checkpoints in " + file, e);
        }
    }

    private static Line parse(int number, String text) {
        String[] parts = text.split(" ", -1);
        try {
            Octets encoded = Octets.ofHex(parts[0]);
            return new Line(number, encoded, Octets.ofHex(parts[1]), Checkpoint.decode(encoded));
        } catch (IOException | IllegalArgumentException e) {
            return new Line(number, Octets.EMPTY, Octets.EMPTY, null);
        }
    }
}
