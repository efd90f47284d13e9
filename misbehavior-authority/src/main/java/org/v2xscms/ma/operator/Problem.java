package org.v2xscms.ma.operator;

/** Why an operator's request was not done. */
public record Problem(String error) {}
