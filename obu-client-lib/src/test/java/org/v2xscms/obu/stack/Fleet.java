package org.v2xscms.obu.stack;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.v2xscms.application.bsm.BasicSafetyMessage;
import org.v2xscms.application.fixture.Road;
import org.v2xscms.application.fixture.World;
import org.v2xscms.codec.ieee1609dot2.HeaderInfo;
import org.v2xscms.codec.ieee1609dot2.Ieee1609Dot2Content;
import org.v2xscms.codec.ieee1609dot2.Ieee1609Dot2Data;
import org.v2xscms.codec.ieee1609dot2.SignedDataPayload;
import org.v2xscms.codec.ieee1609dot2.SignerIdentifier;
import org.v2xscms.codec.ieee1609dot2.ToBeSignedData;
import org.v2xscms.codec.ieee1609dot2.basetypes.CrlSeries;
import org.v2xscms.codec.ieee1609dot2.basetypes.Duration;
import org.v2xscms.codec.ieee1609dot2.basetypes.IValue;
import org.v2xscms.codec.ieee1609dot2.basetypes.LaId;
import org.v2xscms.codec.ieee1609dot2.basetypes.Time32;
import org.v2xscms.codec.ieee1609dot2.crl.CracaType;
import org.v2xscms.codec.ieee1609dot2.crl.CrlContents;
import org.v2xscms.codec.ieee1609dot2.crl.CrlPriorityInfo;
import org.v2xscms.codec.ieee1609dot2.crl.CrlSsp;
import org.v2xscms.codec.ieee1609dot2.crl.IMaxGroup;
import org.v2xscms.codec.ieee1609dot2.crl.IndividualRevocation;
import org.v2xscms.codec.ieee1609dot2.crl.JMaxGroup;
import org.v2xscms.codec.ieee1609dot2.crl.LAGroup;
import org.v2xscms.codec.ieee1609dot2.crl.SecuredCrl;
import org.v2xscms.codec.ieee1609dot2.crl.ToBeSignedLinkageValueCrl;
import org.v2xscms.codec.ieee1609dot2.crl.TypeSpecificCrlContents;
import org.v2xscms.codec.oer.Additions;
import org.v2xscms.codec.oer.Octets;
import org.v2xscms.crypto.SeededRandom;
import org.v2xscms.crypto.linkage.LinkageRules;
import org.v2xscms.crypto.linkage.LinkageSeed;
import org.v2xscms.crypto.message.MessageSignature;
import org.v2xscms.crypto.secret.SecretOctets;
import org.v2xscms.crypto.sign.BouncyCastleVerifier;
import org.v2xscms.crypto.sign.SignatureVerifier;
import org.v2xscms.crypto.validation.Draft;
import org.v2xscms.obu.CertifiedKeys;

/** Vehicles with weeks of pseudonyms from real linkage chains, and who revokes them. */
public final class Fleet {

    /** The period that begins at {@link World#START}. */
    public static final int FIRST_WEEK = 100;

    public static final int PER_WEEK = 3;
    public static final long WEEK = 604_800;

    private static final Octets LA1 = Octets.ofHex("0001");
    private static final Octets LA2 = Octets.ofHex("0002");

    public final World world = new World();
    public final SteppedClock clock = new SteppedClock(World.START.plusSeconds(7_200));
    public final AtomicInteger verifications = new AtomicInteger();

    /** Counts what it is asked. */
    public final SignatureVerifier verifier = (key, digest, signature) -> {
        verifications.incrementAndGet();
        return new BouncyCastleVerifier().verify(key, digest, signature);
    };

    private final World.Vehicle crlSigner;

    public Fleet() {
        crlSigner = crlSigner(1);
    }

    private World.Vehicle crlSigner(int series) {
        Octets ssp = CrlSsp.CODEC.encode(
                new CrlSsp(CracaType.ISSUER_IS_CRACA, List.of(new CrlSeries(series)), Additions.NONE));
        World.Vehicle keys = world.vehicle(500);
        Draft draft = Draft.endEntity();
        draft.indicator = keys.certificate().certificate().toBeSigned().value().verifyKeyIndicator();
        draft.duration = new Duration.Years(10);
        draft.app = List.of(Draft.opaque(256, ssp.hex()));
        return new World.Vehicle(draft.signedBy(world.rootDraft, world.root), keys.keys());
    }

    /** One vehicle and its stack. */
    public final class Car {

        public final int number;
        public final SecurityStack stack;

        Car(int number, StackSettings settings) {
            this.number = number;
            stack = new SecurityStack(settings, world.trust(), verifier, clock, new SeededRandom(number));
        }

        public LinkageSeed seed(Octets la, int week) {
            return new LinkageSeed(
                            LinkageRules.CAMP,
                            la,
                            FIRST_WEEK,
                            SecretOctets.copyOf(Octets.ofHex(String.format("%032x", 77L * number + la.get(1)))
                                    .toByteArray()))
                    .at(week);
        }

        public List<CertifiedKeys> week(int week) {
            List<CertifiedKeys> keys = new ArrayList<>();
            for (int j = 0; j < PER_WEEK; j++) {
                Octets linkageValue = seed(LA1, week)
                        .preLinkageValue(j)
                        .combine(seed(LA2, week).preLinkageValue(j))
                        .value();
                World.Vehicle vehicle = world.pseudonym(
                        1_000L * number + 10L * week + j,
                        week,
                        linkageValue,
                        Draft.START + (week - FIRST_WEEK) * WEEK,
                        new Duration.Hours(169));
                keys.add(new CertifiedKeys(vehicle.certificate(), vehicle.keys(), week, j));
            }
            return keys;
        }

        public Octets bsm() {
            return new Road(clock.instant()).bsm();
        }

        public Signing.Signed send() {
            return (Signing.Signed) stack.sign(bsm(), BasicSafetyMessage.PSID);
        }

        public Verdict receive(Octets message) {
            return stack.verify(message, null);
        }
    }

    /** A car with the certificates of the first week. */
    public Car car(int number) {
        return car(number, StackSettings.AMERICAN);
    }

    public Car car(int number, StackSettings settings) {
        Car car = new Car(number, settings);
        car.stack.use(car.week(FIRST_WEEK));
        return car;
    }

    /** The CRL that revokes a car from a week on. */
    public CrlContents revocationOf(Car car, int fromWeek, Instant issued) {
        IndividualRevocation device = new IndividualRevocation(
                new org.v2xscms.codec.ieee1609dot2.basetypes.LinkageSeed(
                        car.seed(LA1, fromWeek).octets().disclose()),
                new org.v2xscms.codec.ieee1609dot2.basetypes.LinkageSeed(
                        car.seed(LA2, fromWeek).octets().disclose()),
                Additions.NONE);
        LAGroup authorities = new LAGroup(
                new LaId(LA1),
                new LaId(LA2),
                List.of(new IMaxGroup(FIRST_WEEK + 150, List.of(device), null, Additions.NONE)),
                Additions.NONE);
        ToBeSignedLinkageValueCrl list = new ToBeSignedLinkageValueCrl(
                new IValue(fromWeek),
                0,
                List.of(new JMaxGroup(PER_WEEK, List.of(authorities), Additions.NONE)),
                null,
                null,
                null,
                Additions.NONE);
        return contents(1, issued, new TypeSpecificCrlContents.FullLinkedCrl(list));
    }

    public CrlContents contents(int series, Instant issued, TypeSpecificCrlContents list) {
        return new CrlContents(
                new CrlSeries(series),
                world.root.id(),
                Time32.of(issued),
                Time32.of(issued.plusSeconds(WEEK)),
                CrlPriorityInfo.NONE,
                list);
    }

    public Octets secured(CrlContents crl) {
        return secured(crl, crlSigner);
    }

    /** Signed by a signer for other series. */
    public Octets securedByStranger(CrlContents crl) {
        return secured(crl, crlSigner(2));
    }

    public Octets secured(CrlContents crl, World.Vehicle signer) {
        SignedDataPayload payload = SignedDataPayload.of(
                Ieee1609Dot2Data.of(new Ieee1609Dot2Content.UnsecuredData(CrlContents.CODEC.encode(crl))));
        return Ieee1609Dot2Data.CODEC.encode(Ieee1609Dot2Data.of(MessageSignature.sign(
                new ToBeSignedData(payload, HeaderInfo.of(SecuredCrl.CRL_PSID)),
                signer.certificate(),
                new SignerIdentifier.Certificates(List.of(signer.certificate().encoded())),
                signer.signer())));
    }
}
