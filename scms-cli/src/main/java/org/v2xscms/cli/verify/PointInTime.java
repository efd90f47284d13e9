package org.v2xscms.cli.verify;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.v2xscms.codec.ieee1609dot2.basetypes.Time64;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads a time as ISO 8601 writes it, with an offset from UTC, or a date, meant as its first moment in UTC. */
final class PointInTime implements ITypeConverter<Time64> {

    @Override
    public Time64 convert(String text) {
        try {
            return Time64.of(
                    text.contains("T")
                            ? Instant.parse(text)
                            : LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant());
        } catch (DateTimeException _) {
            throw new TypeConversionException(
                    "'" + text + "' is no time such as 2026-11-22T12:00:00Z, and no date such as 2026-11-22");
        } catch (ArithmeticException | IllegalArgumentException _) {
            throw new TypeConversionException("'" + text + "' is not a time that certificates can name: they count"
                    + " microseconds from 2004 in 64 bits");
        }
    }
}
