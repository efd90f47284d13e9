package org.v2xscms.ma.operator;

/** What came of an operator's request. */
public sealed interface ConsoleReply<T> {

    /** It was done, now or before. */
    record Done<T>(T value) implements ConsoleReply<T> {}

    /**
     * It was not done.
     *
     * @param status of the HTTP answer; 500 alone also stands for an operator whom the authority does not know
     */
    record Refused<T>(int status, String reason) implements ConsoleReply<T> {}

    /** There was no answer: ask again. */
    record NoAnswer<T>() implements ConsoleReply<T> {}
}
