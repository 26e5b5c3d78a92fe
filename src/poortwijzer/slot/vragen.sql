-- The questions that the locks in `tabellen.py` ask. Made by `regels.richt_in`, by the owner, after every migration.

CREATE SCHEMA IF NOT EXISTS slot;

-- What the program said on this connection: see wie.py.
CREATE OR REPLACE FUNCTION slot.wie() RETURNS jsonb LANGUAGE sql STABLE PARALLEL SAFE
    AS $$ SELECT NULLIF(current_setting('poortwijzer.wie', true), '')::jsonb $$;
CREATE OR REPLACE FUNCTION slot.werk() RETURNS boolean LANGUAGE sql STABLE PARALLEL SAFE
    AS $$ SELECT COALESCE(slot.wie() ? 'werk', FALSE) $$;
CREATE OR REPLACE FUNCTION slot.gebruiker() RETURNS uuid LANGUAGE sql STABLE PARALLEL SAFE
    AS $$ SELECT (slot.wie() ->> 'gebruiker')::uuid $$;
CREATE OR REPLACE FUNCTION slot.organisatie() RETURNS uuid LANGUAGE sql STABLE PARALLEL SAFE
    AS $$ SELECT NULLIF(slot.wie() ->> 'organisatie', '')::uuid $$;
CREATE OR REPLACE FUNCTION slot.rol() RETURNS text LANGUAGE sql STABLE PARALLEL SAFE
    AS $$ SELECT slot.wie() ->> 'rol' $$;
CREATE OR REPLACE FUNCTION slot.houder() RETURNS text LANGUAGE sql STABLE PARALLEL SAFE
    AS $$ SELECT slot.wie() ->> 'houder' $$;
CREATE OR REPLACE FUNCTION slot.gast() RETURNS uuid LANGUAGE sql STABLE PARALLEL SAFE
    AS $$ SELECT (slot.wie() ->> 'gast')::uuid $$;

-- What follows looks at tables that have a lock themselves, so it runs as their owner. plpgsql keeps the plan.

-- The dossiers of the person who asks, as an employee.
CREATE OR REPLACE FUNCTION slot.eigen_dossiers() RETURNS SETOF uuid
    LANGUAGE plpgsql STABLE PARALLEL SAFE SECURITY DEFINER SET search_path FROM CURRENT AS $$
DECLARE
    ik uuid := slot.gebruiker();
BEGIN
    RETURN QUERY
        SELECT d.id FROM dossiers_dossier d JOIN dossiers_werknemer w ON w.id = d.werknemer_id
        WHERE w.gebruiker_id = ik;
END $$;

-- The employers for whom the organisation works: under any contract, or in the services that are named.
CREATE OR REPLACE FUNCTION slot.opdrachtgevers(diensten text[] DEFAULT NULL) RETURNS SETOF uuid
    LANGUAGE plpgsql STABLE PARALLEL SAFE SECURITY DEFINER SET search_path FROM CURRENT AS $$
DECLARE
    org uuid := slot.organisatie();
    dag date := slot.wie() ->> 'dag';
BEGIN
    RETURN QUERY
        SELECT c.opdrachtgever_id FROM accounts_contract c
        WHERE c.opdrachtnemer_id = org AND (diensten IS NULL OR c.dienst = ANY (diensten))
            AND c.vanaf <= dag AND (c.tot IS NULL OR c.tot > dag)
            AND c.geheimhouding_op <= dag AND c.bevestigd_op <= dag;
END $$;

-- The ways into a dossier besides owning it: the conditions of dossiers/access.py, of which a test compares the answers.
CREATE OR REPLACE FUNCTION slot.dossiers() RETURNS SETOF uuid
    LANGUAGE plpgsql STABLE PARALLEL SAFE SECURITY DEFINER SET search_path FROM CURRENT AS $$
DECLARE
    wie jsonb := slot.wie();
    ik uuid := slot.gebruiker();
    org uuid := slot.organisatie();
    als text := slot.rol();
    dag date := wie ->> 'dag';
    nu timestamptz := wie ->> 'nu';
    visite uuid := slot.gast();
    werkgeverskant text[] := ARRAY['werkgever', 'casemanager', 'leidinggevende'];
BEGIN
    IF visite IS NOT NULL THEN
        RETURN QUERY SELECT g.dossier_id FROM accounts_gastlink g WHERE g.id = visite;
    END IF;
    IF ik IS NULL THEN
        RETURN;
    END IF;
    RETURN QUERY SELECT slot.eigen_dossiers();
    RETURN QUERY
        WITH werkgevers AS (
            SELECT org AS id UNION SELECT slot.opdrachtgevers(string_to_array(wie ->> 'diensten', ','))
        ), wegen AS (
            SELECT b.dossier_id FROM dossiers_betrokkene b
            WHERE b.gebruiker_id = ik AND b.rol = als AND b.organisatie_id = org
                AND b.vanaf <= dag AND (b.tot IS NULL OR b.tot > dag)
            UNION ALL
            SELECT b.dossier_id FROM dossiers_betrokkene b
            WHERE b.gebruiker_id IS NULL AND b.rol = als AND b.organisatie_id = org
                AND b.vanaf <= dag AND (b.tot IS NULL OR b.tot > dag)
            UNION ALL
            -- What a bedrijfsarts left to somebody ends with that bedrijfsarts's own role.
            SELECT t.dossier_id FROM dossiers_delegatie t JOIN dossiers_betrokkene b
                ON b.dossier_id = t.dossier_id AND b.gebruiker_id = t.bedrijfsarts_id
                    AND b.organisatie_id = t.organisatie_id AND b.rol = 'bedrijfsarts'
                    AND b.vanaf <= dag AND (b.tot IS NULL OR b.tot > dag)
            WHERE als = 'bedrijfsarts' AND t.gedelegeerde_id = ik AND t.organisatie_id = org
                AND t.vanaf <= dag AND t.tot > dag
            UNION ALL
            SELECT n.dossier_id FROM accounts_noodtoegang n
            WHERE n.gebruiker_id = ik AND n.rol = als AND n.organisatie_id = org AND n.vanaf <= nu AND n.tot > nu
        )
        SELECT d.id FROM wegen w JOIN dossiers_dossier d ON d.id = w.dossier_id
        WHERE d.werkgever_id IN (SELECT werkgevers.id FROM werkgevers)
            -- Nobody is at both sides of the medical wall, whichever role came first; a guide is neutral.
            AND (als NOT IN ('bedrijfsarts', 'procesbegeleider') OR NOT (
                EXISTS (
                    SELECT FROM accounts_rolvervulling r
                    WHERE r.gebruiker_id = ik AND r.organisatie_id = d.werkgever_id AND r.rol = ANY (werkgeverskant)
                        AND r.vanaf <= dag AND (r.tot IS NULL OR r.tot > dag)
                ) OR EXISTS (
                    SELECT FROM dossiers_betrokkene b
                    WHERE b.dossier_id = d.id AND b.gebruiker_id = ik AND b.rol = ANY (werkgeverskant)
                        AND b.vanaf <= dag AND (b.tot IS NULL OR b.tot > dag)
                )
            ));
END $$;
