package org.v2xscms.cli;

import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.util.Objects;
import org.v2xscms.codec.view.TextTree;

/** Turns an exception that ended a command into the one line its user reads. */
public final class FailureText {
    private FailureText() {}

    /** What the user reads: one line, in which no file name or argument can move the terminal. */
    public static String of(Throwable failure) {
        return TextTree.printable(text(failure));
    }

    private static String text(Throwable failure) {
        return switch (failure) {
            case UncheckedIOException wrapped -> text(Objects.requireNonNull(wrapped.getCause()));
            case OutOfMemoryError _ -> "not enough memory; JAVA_TOOL_OPTIONS=-Xmx4g, for example, gives more";
            // The exceptions of java.nio.file carry the file as their message and the reason in their type.
            case NoSuchFileException missing -> missing.getFile() + ": no such file";
            case AccessDeniedException denied -> denied.getFile() + ": permission denied";
            case FileSystemException other
            when other.getReason() == null ->
                other.getFile() + ": " + other.getClass().getSimpleName();
            default -> otherwise(failure);
        };
    }

    private static String otherwise(Throwable failure) {
        String message = failure.getMessage();
        if (message == null || message.isBlank()) {
            return "failed with " + failure.getClass().getSimpleName() + " (--verbose tells where)";
        }
        return message.strip().replaceAll("\\R\\s*", " ");
    }
}
