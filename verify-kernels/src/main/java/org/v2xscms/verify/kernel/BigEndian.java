package org.v2xscms.verify.kernel;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** Big-endian words in byte arrays, as every V2X standard writes numbers. */
public final class BigEndian {

    private static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);
    private static final VarHandle INT = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.BIG_ENDIAN);

    private BigEndian() {}

    public static long longAt(byte[] octets, int at) {
        return (long) LONG.get(octets, at);
    }

    public static int intAt(byte[] octets, int at) {
        return (int) INT.get(octets, at);
    }

    public static void putInt(byte[] octets, int at, int value) {
        INT.set(octets, at, value);
    }
}
