package org.v2xscms.codec.etsi.ts102941;

import static org.v2xscms.codec.etsi.ts102941.EtsiTs102941.MODULE;

import org.v2xscms.codec.oer.Codec;
import org.v2xscms.codec.oer.Integers;

/** The version number of a list. The type is an INTEGER without constraint, so version 1 is written {@code 01 01}. */
public record Version(long number) {

    public static final Version V1 = new Version(1);

    public static final Codec<Version> CODEC =
            Integers.unconstrained("Version").as("Version", MODULE, Version::new, Version::number);
}
