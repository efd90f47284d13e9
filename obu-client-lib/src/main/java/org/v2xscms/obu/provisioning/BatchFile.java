package org.v2xscms.obu.provisioning;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.v2xscms.codec.oer.Octets;

/**
 * The zip file of a batch, read within bounds: nothing about it is signed, so anybody on the way may have made it.
 *
 * @param entries the files with their names, folders taken off, in lower case
 */
record BatchFile(List<Entry> entries) {

    /** The largest file downloaded: ten thousand times what a week needs. */
    static final int LONGEST = 16 << 20;

    private static final int MOST_ENTRIES = 1024;
    private static final int LONGEST_ENTRY = 64 << 10;
    private static final int END_RECORD = 22;
    private static final int END_SIGNATURE = 0x06054b50;

    record Entry(String name, Octets content) {}

    /** Reads the file to its end record, which tells a whole file from one that was cut between two entries. */
    static BatchFile read(Octets file) throws Unsuccessful {
        List<Entry> entries = new ArrayList<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(file.toByteArray()))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                byte[] content = zip.readNBytes(LONGEST_ENTRY + 1);
                if (content.length > LONGEST_ENTRY || entries.size() == MOST_ENTRIES) {
                    throw refused("more than " + MOST_ENTRIES + " entries or " + LONGEST_ENTRY + " octets in one");
                }
                if (!entry.isDirectory()) {
                    String path = entry.getName();
                    String name = path.substring(path.lastIndexOf('/') + 1).toLowerCase(Locale.ROOT);
                    entries.add(new Entry(name, Octets.of(content)));
                }
            }
        } catch (IOException | IllegalArgumentException e) {
            throw refused(String.valueOf(e.getMessage()));
        }
        if (entries.isEmpty() || !hasEnd(file)) {
            throw refused(entries.isEmpty() ? "no entries" : "no end record");
        }
        return new BatchFile(List.copyOf(entries));
    }

    /** The .info file, where there is one. */
    Optional<Octets> info() {
        return entries.stream()
                .filter(entry -> entry.name().endsWith(".info"))
                .map(Entry::content)
                .findFirst();
    }

    /** All files but the .info file. */
    List<Entry> answers() {
        return entries.stream().filter(entry -> !entry.name().endsWith(".info")).toList();
    }

    /** Whether {@code file} ends as a zip file does, so that nothing is missing. */
    static boolean hasEnd(Octets file) {
        int at = file.length() - END_RECORD;
        return at >= 0
                && ByteBuffer.wrap(file.toByteArray())
                                .order(ByteOrder.LITTLE_ENDIAN)
                                .getInt(at)
                        == END_SIGNATURE;
    }

    private static Unsuccessful refused(String found) {
        return Unsuccessful.notTrusted(AnswerRule.FILE, found);
    }
}
