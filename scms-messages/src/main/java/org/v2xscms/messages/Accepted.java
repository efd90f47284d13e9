package org.v2xscms.messages;

/** It was done, and is durable. */
public record Accepted() implements BackEndPdu {}
