package org.v2xscms.verify.bench;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.invoke.MethodHandle;
import java.math.BigInteger;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.sec.SECObjectIdentifiers;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;

/** OpenSSL's libcrypto by the foreign-function API: EVP_PKEY_verify of a digest, one prepared context per key. */
@SuppressWarnings("restricted")
final class Libcrypto implements Judge {

    private final SymbolLookup library;
    private final Arena arena = Arena.ofAuto();
    private final MethodHandle verify;
    private final MemorySegment[] contexts;
    private final MemorySegment[] signatures;
    private final MemorySegment[] digests;
    private final String version;

    /** @throws IllegalArgumentException where the library is not there */
    Libcrypto(String library, SignedMessages messages, int keys) {
        this.library = SymbolLookup.libraryLookup(library, arena);
        verify = function("EVP_PKEY_verify", JAVA_INT, ADDRESS, ADDRESS, JAVA_LONG, ADDRESS, JAVA_LONG);
        contexts = new MemorySegment[keys];
        signatures = new MemorySegment[messages.count()];
        digests = new MemorySegment[messages.count()];
        try {
            MemorySegment text = (MemorySegment)
                    function("OpenSSL_version", ADDRESS, JAVA_INT).invokeExact(0);
            version = text.reinterpret(64).getString(0);
            for (int i = 0; i < keys; i++) {
                contexts[i] = context(messages.point(i).getEncoded(false));
            }
            for (int i = 0; i < messages.count(); i++) {
                signatures[i] = copy(der(messages.r(i), messages.s(i)));
                digests[i] = copy(messages.digest(i));
            }
        } catch (Throwable e) {
            throw new IllegalStateException("libcrypto could not be prepared", e);
        }
    }

    private MethodHandle function(String name, MemoryLayout result, MemoryLayout... arguments) {
        return Linker.nativeLinker()
                .downcallHandle(library.findOrThrow(name), FunctionDescriptor.of(result, arguments));
    }

    private MemorySegment context(byte[] point) throws Throwable {
        var algorithm = new AlgorithmIdentifier(X9ObjectIdentifiers.id_ecPublicKey, SECObjectIdentifiers.secp256r1);
        byte[] spki = new SubjectPublicKeyInfo(algorithm, point).getEncoded();
        MemorySegment in = arena.allocate(ADDRESS);
        in.set(ADDRESS, 0, copy(spki));
        MemorySegment key = (MemorySegment) function("d2i_PUBKEY", ADDRESS, ADDRESS, ADDRESS, JAVA_LONG)
                .invokeExact(MemorySegment.NULL, in, (long) spki.length);
        MemorySegment context = (MemorySegment)
                function("EVP_PKEY_CTX_new", ADDRESS, ADDRESS, ADDRESS).invokeExact(key, MemorySegment.NULL);
        int ready = (int) function("EVP_PKEY_verify_init", JAVA_INT, ADDRESS).invokeExact(context);
        if (ready != 1) {
            throw new IllegalStateException("EVP_PKEY_verify_init: " + ready);
        }
        return context;
    }

    private MemorySegment copy(byte[] octets) {
        MemorySegment segment = arena.allocate(octets.length);
        MemorySegment.copy(octets, 0, segment, JAVA_BYTE, 0, octets.length);
        return segment;
    }

    static byte[] der(byte[] r, byte[] s) throws IOException {
        return new DERSequence(new ASN1Encodable[] {
                    new ASN1Integer(new BigInteger(1, r)), new ASN1Integer(new BigInteger(1, s))
                })
                .getEncoded();
    }

    @Override
    public String name() {
        return version;
    }

    @Override
    public boolean isValid(int index) {
        try {
            MemorySegment signature = signatures[index];
            return 1
                    == (int) verify.invokeExact(
                            contexts[index % contexts.length], signature, signature.byteSize(), digests[index], 32L);
        } catch (Throwable e) {
            throw new IllegalStateException("EVP_PKEY_verify", e);
        }
    }
}
