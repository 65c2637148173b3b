//! The covenant: who takes part, and how a party joins.

mod gemeente_in_twee_subregios;
mod gemeente_zonder_code;
mod gemeente_zonder_subregio;
mod getekend_zonder_machtiging;
mod signaal_niet_geagendeerd;
mod stappen_niet_op_volgorde;

family! { "convenant":
    "stappen-niet-op-volgorde" stappen_niet_op_volgorde Warning Region [39] "De stappen van het toetreden staan niet op volgorde.";
    "getekend-zonder-machtiging" getekend_zonder_machtiging Error Region [39] "Een gemeente tekende zonder collegebesluit of machtiging.";
    "gemeente-in-twee-subregios" gemeente_in_twee_subregios Error Region [5] "Een gemeente hoort bij meer dan één subregio.";
    "gemeente-zonder-subregio" gemeente_zonder_subregio Warning Region [5] "Een gemeente hoort bij geen enkele subregio.";
    "gemeente-zonder-code" gemeente_zonder_code Advice Region [6] "Een gemeente mist haar officiële code.";
    "signaal-niet-geagendeerd" signaal_niet_geagendeerd Warning Region [40] "Een signaal kwam niet op een agenda.";
}
