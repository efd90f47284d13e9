package org.v2xscms.kernel.database;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.v2xscms.codec.oer.Octets;

/**
 * Rows for {@code COPY ... FROM STDIN} in PostgreSQL's binary format: a signature of 11 octets, flags and extension
 * length; each row as its number of fields and each field behind its length in 4 octets (-1 for null); at the end the
 * field count -1.
 */
public final class BinaryCopy {

    private static final byte[] SIGNATURE = {'P', 'G', 'C', 'O', 'P', 'Y', '\n', (byte) 0xff, '\r', '\n', 0};

    private final ByteArrayOutputStream octets = new ByteArrayOutputStream();
    private final DataOutputStream out = new DataOutputStream(octets);
    private final int columns;

    public BinaryCopy(int columns) {
        this.columns = columns;
        write(() -> {
            out.write(SIGNATURE);
            out.writeInt(0);
            out.writeInt(0);
        });
    }

    /**
     * Adds one row.
     *
     * @param values an {@link Integer}, {@link Long}, {@link String}, {@link Octets} or null for each column
     */
    public void row(@Nullable Object... values) {
        if (values.length != columns) {
            throw new IllegalArgumentException(values.length + " values for " + columns + " columns");
        }
        write(() -> {
            out.writeShort(columns);
            for (Object value : values) {
                field(value);
            }
        });
    }

    /** Sends all rows with {@code copy}, which ends in {@code from stdin (format binary)}. */
    public long into(Connection connection, String copy) throws SQLException {
        write(() -> out.writeShort(-1));
        try {
            return connection
                    .unwrap(PGConnection.class)
                    .getCopyAPI()
                    .copyIn(copy, new ByteArrayInputStream(octets.toByteArray()));
        } catch (IOException e) {
            throw new UncheckedIOException("the connection broke while rows were copied", e);
        }
    }

    private void field(@Nullable Object value) throws IOException {
        switch (value) {
            case null -> out.writeInt(-1);
            case Integer number -> {
                out.writeInt(Integer.BYTES);
                out.writeInt(number);
            }
            case Long number -> {
                out.writeInt(Long.BYTES);
                out.writeLong(number);
            }
            case String text -> bytes(text.getBytes(StandardCharsets.UTF_8));
            case Octets content -> bytes(content.toByteArray());
            default ->
                throw new IllegalArgumentException(
                        "no column type for " + value.getClass().getName());
        }
    }

    private void bytes(byte[] content) throws IOException {
        out.writeInt(content.length);
        out.write(content);
    }

    private static void write(Step step) {
        try {
            step.run();
        } catch (IOException e) {
            throw new UncheckedIOException("rows in memory", e);
        }
    }

    private interface Step {
        void run() throws IOException;
    }
}
