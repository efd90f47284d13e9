package org.v2xscms.verify;

/**
 * Decides ECDSA and SM2 signatures over public data. One instance belongs to one thread; {@link SharedVerifier} lends
 * instances to many.
 *
 * <p>There are three ways of doing it, and {@link VerifierSelection} picks the fastest on the machine at hand: the kernels
 * on the Vector API, the kernels in plain Java, and a library behind the JCA.
 *
 * <p>Why the kernels are faster than a library: a vehicle signs some 3,000 messages with one key, so a table of multiples
 * of that key, 86 kB, pays after a few messages and turns a verification into adding up 69 stored points. The additions
 * of a queue are independent of each other, so vector units do four or eight at a time, and they can share one
 * division, so each takes six field multiplications. All of that is public data, so nothing needs to run in constant
 * time. A general-purpose library may assume none of it.
 */
public sealed interface SignatureVerifier permits KernelVerifier, ProviderVerifier {

    /** Which way this is. */
    VerifierPath path();

    /** Whether signatures on {@code curve} can be decided. */
    boolean supports(Curve curve);

    /** Decides every signature of the batch; each verdict is exact and independent of the others in the batch. */
    void verify(SignatureBatch batch);

    /** Decides one signature; arguments as for {@link SignatureBatch#add}. */
    boolean verify(PublicKeyPoint key, byte[] digest, int digestAt, byte[] r, int rAt, byte[] s, int sAt);
}
