package org.v2xscms.obu.transport;

/** Carries one request to an authority and brings its answer. The seam for devices with a network of their own. */
public interface Transport {

    /** Sends {@code call} and waits for the answer; every way to fail is a {@link Reply}. */
    Reply send(Call call);
}
