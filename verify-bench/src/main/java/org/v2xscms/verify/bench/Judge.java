package org.v2xscms.verify.bench;

/** A library that decides signature {@code index} of some messages, its keys and signatures prepared beforehand. */
interface Judge {

    String name();

    boolean isValid(int index);
}
