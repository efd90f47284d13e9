package org.v2xscms.cli;

import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;

/** Turns an exception that ended a command into the one line its user reads. */
public final class FailureText {
    private FailureText() {}

    /** What the user reads, without a line feed. */
    public static String of(Exception failure) {
        return switch (failure) {
            // The exceptions of java.nio.file carry the file as their message and the reason in their type.
            case NoSuchFileException missing -> missing.getFile() + ": no such file";
            case AccessDeniedException denied -> denied.getFile() + ": permission denied";
            case FileSystemException other
            when other.getReason() == null ->
                other.getFile() + ": " + other.getClass().getSimpleName();
            default -> otherwise(failure);
        };
    }

    private static String otherwise(Exception failure) {
        String message = failure.getMessage();
        if (message == null || message.isBlank()) {
            return "failed with " + failure.getClass().getSimpleName() + " (--verbose tells where)";
        }
        return message.strip().replaceAll("\\R\\s*", " ");
    }
}
