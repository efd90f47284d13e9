package org.v2xscms.codec.ieee1609dot2.basetypes;

import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Names of countries by their numbers (ISO 3166-1, UN M49) and of the states of the USA (FIPS 5-2), for readers. */
final class PlaceNames {

    private static final int USA = 840;

    /** The platform has the names of countries, but not the numbers. */
    private static final Map<Integer, String> COUNTRY_CODES = byNumber("""
            004AF 008AL 010AQ 012DZ 016AS 020AD 024AO 028AG 031AZ 032AR 036AU 040AT 044BS 048BH 050BD 051AM 052BB 056BE
            060BM 064BT 068BO 070BA 072BW 074BV 076BR 084BZ 086IO 090SB 092VG 096BN 100BG 104MM 108BI 112BY 116KH 120CM
            124CA 132CV 136KY 140CF 144LK 148TD 152CL 156CN 158TW 162CX 166CC 170CO 174KM 175YT 178CG 180CD 184CK 188CR
            191HR 192CU 196CY 203CZ 204BJ 208DK 212DM 214DO 218EC 222SV 226GQ 231ET 232ER 233EE 234FO 238FK 239GS 242FJ
            246FI 248AX 250FR 254GF 258PF 260TF 262DJ 266GA 268GE 270GM 275PS 276DE 288GH 292GI 296KI 300GR 304GL 308GD
            312GP 316GU 320GT 324GN 328GY 332HT 334HM 336VA 340HN 344HK 348HU 352IS 356IN 360ID 364IR 368IQ 372IE 376IL
            380IT 384CI 388JM 392JP 398KZ 400JO 404KE 408KP 410KR 414KW 417KG 418LA 422LB 426LS 428LV 430LR 434LY 438LI
            440LT 442LU 446MO 450MG 454MW 458MY 462MV 466ML 470MT 474MQ 478MR 480MU 484MX 492MC 496MN 498MD 499ME 500MS
            504MA 508MZ 512OM 516NA 520NR 524NP 528NL 531CW 533AW 534SX 535BQ 540NC 548VU 554NZ 558NI 562NE 566NG 570NU
            574NF 578NO 580MP 581UM 583FM 584MH 585PW 586PK 591PA 598PG 600PY 604PE 608PH 612PN 616PL 620PT 624GW 626TL
            630PR 634QA 638RE 642RO 643RU 646RW 652BL 654SH 659KN 660AI 662LC 663MF 666PM 670VC 674SM 678ST 682SA 686SN
            688RS 690SC 694SL 702SG 703SK 704VN 705SI 706SO 710ZA 716ZW 724ES 728SS 729SD 732EH 740SR 744SJ 748SZ 752SE
            756CH 760SY 762TJ 764TH 768TG 772TK 776TO 780TT 784AE 788TN 792TR 795TM 796TC 798TV 800UG 804UA 807MK 818EG
            826GB 831GG 832JE 833IM 834TZ 840US 850VI 854BF 858UY 860UZ 862VE 876WF 882WS 887YE 894ZM
            """.split("\\s+"), 3);

    private static final Map<Integer, String> STATES = byNumber("""
            01 Alabama, 02 Alaska, 04 Arizona, 05 Arkansas, 06 California, 08 Colorado, 09 Connecticut,
            10 Delaware, 11 District of Columbia, 12 Florida, 13 Georgia, 15 Hawaii, 16 Idaho, 17 Illinois,
            18 Indiana, 19 Iowa, 20 Kansas, 21 Kentucky, 22 Louisiana, 23 Maine, 24 Maryland,
            25 Massachusetts, 26 Michigan, 27 Minnesota, 28 Mississippi, 29 Missouri, 30 Montana,
            31 Nebraska, 32 Nevada, 33 New Hampshire, 34 New Jersey, 35 New Mexico, 36 New York,
            37 North Carolina, 38 North Dakota, 39 Ohio, 40 Oklahoma, 41 Oregon, 42 Pennsylvania,
            44 Rhode Island, 45 South Carolina, 46 South Dakota, 47 Tennessee, 48 Texas, 49 Utah,
            50 Vermont, 51 Virginia, 53 Washington, 54 West Virginia, 55 Wisconsin, 56 Wyoming
            """.split(",\\s+"), 2);

    private PlaceNames() {}

    static String nameOf(UnCountryId country) {
        // Numbers of larger areas, such as 150, are region codes as they stand.
        String code = COUNTRY_CODES.getOrDefault(country.value(), "%03d".formatted(country.value()));
        String name = country.value() > 999 ? code : Locale.of("", code).getDisplayCountry(Locale.ENGLISH);
        return name.equals(code) ? "unknown country" : name;
    }

    /** A state by the number it has in a region of {@code country}. */
    static String nameOf(UnCountryId country, int region) {
        return country.value() == USA ? STATES.getOrDefault(region, "unknown state") : "region " + region;
    }

    private static Map<Integer, String> byNumber(String[] entries, int digits) {
        return Stream.of(entries)
                .collect(Collectors.toUnmodifiableMap(
                        entry -> Integer.valueOf(entry.substring(0, digits)),
                        entry -> entry.substring(digits).strip()));
    }
}
