package org.v2xscms.fuzz;

/** A target with a fault that random octets meet once in four thousand million times: shows that a run finds things. */
public final class PlantedFault {

    private PlantedFault() {}

    public static void fuzzerTestOneInput(byte[] data) {
        if (data.length > 3 && data[0] == 0x03 && data[1] == (byte) 0x81) {
            if (data[2] == 0x2a && data[3] == 0x77) {
                throw new IllegalStateException("planted");
            }
        }
    }
}
