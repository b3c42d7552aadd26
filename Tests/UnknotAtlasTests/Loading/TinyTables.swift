import UnknotAtlas

/// The smallest knowledge base that loads, so that a test can break one thing at a time.
enum TinyTables {
    static let files: [String: String] = [
        "version.txt": "0.1\n",
        "references.csv": """
        key,citation,year,url_or_doi,kind,verified,what_was_seen
        book,"Somebody. A book, 2nd ed.",1999,,book,from_memory,
        own,Our judgement,,,judgement,yes,

        """,
        "regions.csv": """
        id,name,plain_name,view,laterality,zone,choir_segments,description
        back_low,Low back,low back beside the spine,back,paired,low_back,L1;R1,Beside the spine
        back_mid,Mid back,mid back,back,paired,mid_back,,Above it
        spine,Spine,middle of the spine,back,midline,low_back,,On the spine

        """,
        "region_neighbours.csv": """
        region_a,region_b
        back_low,back_mid
        back_low,spine

        """,
        "muscles.csv": """
        id,name,plain_name,body_region,depth,self_palpable,actions,origin,insertion,innervation,base_rate,base_rate_source,notes
        longus,Musculus longus,long muscle,low_back,deep,partly,Bends,Here,There,L1,0.4,book,Easy. Caution: not on the bone.
        brevis,Musculus brevis,short muscle,mid_back,superficial,yes,Turns,Here,There,T9,,,

        """,
        "trigger_points.csv": """
        id,muscle_id,number_or_name,surface_region,landmarks,self_access,sources
        longus_upper,longus,upper,back_low,Two fingers beside the spine,ball;partner,book
        longus_lower,longus,lower,spine,On the spine,none,book;own
        brevis_tp1,brevis,TrP1,back_mid,Anywhere,fingers,own

        """,
        "referrals.csv": """
        trigger_point_id,region_id,side,zone,source
        longus_upper,back_low,same,essential,book
        longus_upper,back_mid,both,spillover,book
        longus_lower,spine,midline,essential,book
        brevis_tp1,back_mid,opposite,essential,own

        """,
        "movement_vocabulary.csv": "id,name,plain_question,category\nbending,Bending,bending down,movement\n",
        "movements.csv": "muscle_id,movement_or_activity,effect,source\nlongus,bending,worse,book\n",
        "causes_vocabulary.csv": """
        id,name,plain_name,group,in_seeds,modifiable,note
        lifting,Lifting,lifting things,mechanical,no,yes,
        fall,A fall,a fall,trauma,no,no,

        """,
        "causes.csv": "muscle_id,activating_or_perpetuating_cause,source\nany,fall,book\nlongus,lifting,own\n",
        "cause_movements.csv": "cause_id,movement_id,source\nlifting,bending,own\n",
        "associations.csv": "muscle_a,muscle_b,kind,source\nlongus,brevis,satellite,book\n",
        "hypotheses.csv": """
        id,name,plain_name,category,sided,prior,prior_low,prior_high,zones,regions,age_min,age_max,see_clinician_above,advice_plain,source,number_status,note
        root,Root,a sore nerve root,nerve_root,yes,0.07,0.05,0.1,low_back|mid_back,,,,0.25,Have it looked at,book,from_memory,
        stone,Stone,a stone,organ,no,0.01,,,,back_low,18,90,,Drink,own,estimate,

        """,
        "hypothesis_regions.csv": """
        hypothesis_id,region_id,side,strength,source,number_status
        root,back_low,same,0.5,book,estimate
        root,spine,midline,0.1,book,estimate

        """,
        "questions.csv": """
        id,question_plain,kind,asked_zones,group,same_as,sets_flag,drawn_as,reason_plain,note,implied_by
        fever,Do you have a fever?,answer,any,,chills,chills,,it may be an infection,,chills
        bends_badly,Does bending hurt?,answer,low_back|mid_back,load,movement:bending=worse,,back_low,it may be the load,,movement:bending=worse
        nobody_asks,Nothing.,published_only,any,,,,,,,

        """,
        "findings.csv": """
        finding,hypothesis,p_finding_given_hypothesis,p_finding_given_not,lr_plus,lr_minus,confidence,source_key,basis,number_status,comparator,note
        fever,stone,0.4,0.1,4,0.67,low,own,judgement,estimate,others,
        bends_badly,active_trp,0.6,0.5,1.2,0.8,low,own,judgement,estimate,others,

        """,
        "red_flags.csv": """
        id,question_plain,condition,urgency,lr_plus,lr_minus,post_test_probability,source_key,advice_plain,prior_used,combination_of,number_status,note,zones,order,same_as,ask_age_min,ask_age_max,ask_not_sex,screen,label_plain,asked_with,ask_if
        chills,Do you shiver?,infection,same_day,27,0.4,0.01,book,Go today,,,estimate,,any,10,fever,,,,soon,Shivering,,
        pregnant,Are you pregnant?,pregnancy,watch,,,,own,Tell them,,,estimate,,low_back|mid_back,20,,12,60,male,soon,Pregnant,,age_not_given
        shakes,Do you shake?,infection,same_day,,,,own,Go today,,,estimate,,low_back,30,,,,,soon,Shaking,chills,
        faint,Did you faint?,bleeding,emergency_now,,,,own,Go now,,,estimate,,any,5,,,,,soon,Fainting,,
        combo_both,Both.,infection,emergency_now,,,,own,Go now,,fever & 2 of (chills | pregnant | age_over_50 | cause:fall),estimate,,,,,,,,,,,

        """,
        "warning_screens.csv": """
        id,order,title,lead_plain,note
        soon,10,Signs,Is any of these true?,
        later,20,Health,Does any of these apply?,

        """,
        "locator_parameters.csv":
            "name,value,low,high,source,number_status,note\nleak,0.02,0.01,0.03,own,estimate,why\n",
        "techniques.csv": """
        id,name,kind,tool,who,touch,covers,places,dose_seconds,dose_repetitions,pressure_low,pressure_high,pressure_guide,frequency_per_day,days,areas,avoid_where,position,steps,aim,source_key,dose_basis,evidence_grade,note,number_status,anywhere
        press,Press,compression,fingers,self,press,spot,home|bed,60,3,3,5,Mild,2,14,mid,bones|sore_skin,Sit,Press {pressure}|Let go,ease,book,trial,low,,from_memory,no
        ball,Ball,ball,ball,self,press,area,home,60,2,3,5,Mild,2,14,low|mid,bones,Stand,Lean,ease,book,convention,low,,estimate,no
        hands,Hands,partner_massage,fingers,partner,light,spot,home,120,1,1,2,Light,1,14,low|mid,bones,Sit,Stroke,ease,own,convention,very_low,,estimate,no
        breathe,Breathe,breathing,none,self,none,spot,home,300,1,,,None,2,28,everywhere,,Sit,Breathe,calm,book,review,low,,verified,yes

        """,
        "figure_poses.csv": """
        pose,view,plain_words,hip,trunk,head
        sit,side,Sitting,180 226,0 2,8 2
        help,back,Helping,100 150,0 0,0 0

        """,
        "figure_limbs.csv": """
        pose,limb,layer,turn,reach,shown,hand
        sit,near_arm,before,10 20 30,,,flat
        sit,far_arm,behind,80,200 150 1,0.9 0.8,grip

        """,
        "figure_props.csv": """
        prop,style,path
        ball,tool,O 0 0 11
        ball,tool_line,M -8 -7 Q 0 -1 8 -7
        floor,line,M -10 0 L 10 0 Z

        """,
        "figure_scenes.csv": """
        scene,pose,box,spot,props,helper
        sitting,sit,0 0 400 300,160 150,floor 200 300 0 behind|ball 150 150 0 before,
        helped,sit,0 0 400 300,,,help mirrored

        """,
        "technique_figures.csv": """
        technique,areas,scene,tools,arrows,words
        press,low|zone:leg,sitting,,one 10 10 20 20 0.1,Pressing
        press,,sitting,,,Pressing elsewhere
        ball,,sitting,ball 1 2 3 between,ring 10 10 5 6|both 1 2 3 4,Rolling
        hands,,helped,,,Stroking
        breathe,,helped,,,Breathing

        """,
        "muscle_groups.csv": """
        id,name,points,reach,moves,stretch,stretch_places,stretch_seconds,stretch_repetitions,stretch_not_with,caution,stop_when,no_self_because,no_partner_because,source_key,number_status
        longi,Long muscles,longus_upper|longus_lower,none,bend,Bend,home|bed,30,2,weak_bones,Off the bones,It tingles,,,book,estimate
        breves,Short muscle,brevis_tp1,either,,,,,,,Gently,,,Own hands reach,own,estimate

        """,
        "muscle_techniques.csv": """
        group,technique_id,points,places,position,how,not_with,source_key,number_status
        longi,ball,longus_upper,,Stand,Beside the spine,,book,from_memory
        longi,hands,,home|bed,Lie,Beside the spine,weak_bones,own,estimate
        breves,press,,,Sit,Anywhere,,book,from_memory

        """,
        "contraindications.csv": """
        condition_or_finding,label_plain,question,severity,scope,technique_ids_blocked,what_instead,pressure_ceiling,dose_factor,sign,triage_level,implies,from_facts,age_min,age_max,ask_again_days,source_key,number_status,note
        ill,Ill,Are you ill?,block,whole,press|ball,Rest,,,chills,,,fever & not (cause:fall),,,1,book,from_memory,
        weak_bones,Weak bones,Are your bones weak?,caution,low_part,ball,Lightly,2,0.5,,see_clinician_soon,ill,,70,120,365,own,estimate,

        """,
        "place_regions.csv": """
        used_in,place,region_id,side,except_points,never,pressure_ceiling,source_key,note
        avoid_where,bones,spine,,,touched,,book,
        state,sore_skin,,,,,,book,
        scope,whole,,,,,,book,
        scope,low_part,back_low,left,,,,book,
        area,low,back_low,,,,,book,
        area,low,spine,,,,,book,
        area,mid,back_mid,,,,,book,
        area,everywhere,,,,,,book,
        moves,bend,spine,,,,,book,
        ceiling,gentle_low,back_low,,,,4,own,

        """,
        "effects.csv": """
        technique,outcome,comparator,effect_size,ci_low,ci_high,unit,follow_up,n,null_result,quality,quality_reason,maps_to,source_key,number_status,note
        pressing,pain,nothing,-0.2,-0.5,0.1,SMD,soon,251,yes,low,7 trials,press|ball,book,from_memory,No clear effect.
        pressing,tenderness,nothing,0.7,0.4,1,SMD,soon,,no,low,,press,book,from_memory,

        """,
        "planner_parameters.csv":
            "name,value,low,high,source,number_status,note\nknot_from,0.2,0.1,0.4,own,estimate,why\n",
        "risk_factors.csv": """
        factor,plain_name,causes,outcome,zones,measure,size,ci_low,ci_high,direction,window,null_result,quality,quality_reason,source_key,number_status,note
        loads,Lifting loads,lifting,persistence,low_back|mid_back,odds_ratio,2,1.5,3,raises,1 year,no,moderate,one cohort,book,verified,Read
        load_age_20,A load at 20,lifting,onset_lbp,,trigger_odds_ratio,12,,,raises,2 h,no,low,,book,verified,
        load_age_60,A load at 60,lifting,onset_lbp,,trigger_odds_ratio,3,,,raises,2 h,no,low,,book,verified,
        load_any_age,A load,lifting,onset_lbp,,trigger_odds_ratio,5,3,8,raises,2 h,no,low,,book,from_memory,
        falls,A fall,fall,onset_lbp,,statement,,,,raises,,no,very_low,,own,estimate,

        """,
        "prevention.csv": """
        practice,causes,dose,measure,measured,size,ci_low,ci_high,verdict,quality,quality_reason,found,source_key,number_status,note
        less_load,lifting,half,points,points,-0.5,-1,0,plausible_untested,low,,Less pain,book,verified,
        belts,lifting,worn,risk_ratio,ratio,1,0.7,1.4,no_effect,low,,Nothing,book,from_memory,

        """,
        "triggers.csv": """
        id,question_plain,window,factors,causes,habit,source_key,number_status
        heavy,Did you lift?,two_hours,load_age_20|load_age_60|load_any_age,lifting,half_loads,book,verified
        fell,Did you fall?,day,falls,fall,,own,estimate

        """,
        "habits.csv": """
        id,name,causes,do,dose,when,cues,easier,minutes_a_day,counts,evidence,verdict,technique,not_with,source_key,number_status,note
        half_loads,Half loads,lifting|fall,take half,Each time,Before,I see it|I pack,leave it,1,,less_load|belts,plausible_untested,,weak_bones,book,estimate,
        strolls,Strolls,lifting,walk,10 minutes,Daily,lunch,one minute,10,exercise:10,,promising,,,own,estimate,

        """,
        "prevention_parameters.csv":
            "name,value,low,high,source,number_status,note\nshrink_low,0.25,0.1,0.4,own,estimate,why\n",
        "muscle_priors.csv": """
        muscle_id,prior,low,high,inconstant_points,source,number_status,note
        longus,0.05,0.02,0.1,longus_lower,book,estimate,Common
        brevis,0.02,0.01,0.1,,own,estimate,Rare

        """,
        "prevalence.csv": """
        population,muscle,active_percent,latent_percent,control_percent,n,source_key,number_status,note
        everybody,longus,42.5,15.5,,120,book,from_memory,

        """,
        "region_base_rates.csv": """
        region,measure,value,unit,n,source_key,number_status,note
        low_back,pain,12,percent,34902,book,from_memory,

        """,
        "outcome_measures.csv": """
        name,plain_name,low,high,unit,better,change_from,change_means,loinc_code,sources,number_status,note
        ache,Ache,0,10,points,lower,0:1|4.5:2,smallest_noticed,1-8,book|own,from_memory,
        reach,Reach,-5,5,cm,higher,-5:2,noise,,own,estimate,Why

        """,
        "outcome_items.csv": """
        measure,order,question_plain,labels,wording,wording_status,source,note
        ache,2,And now?,None|All,own,estimate,own,
        ache,1,How bad was it?,None|Some|All,original,from_memory,book,

        """,
        "figure_regions.csv": """
        region,view,outline
        spine,back,0 100;10 100;10 150;10 200;0 200
        back_low,back,10 150;60 150;60 200;10 200
        back_low,front,10 150;10 200;60 200;60 150
        back_mid,back,10 100;60 100;60 150;10 150

        """,
        "figure_guides.csv": "id,view,kind,plain_name,line\nridge,back,bone,ridge of bone,0 120;10 121;20 120\n",
        "figure_muscles.csv": "muscle,view,outline\nlongus,back,12 110;30 110;30 190\n",
        "figure_fibres.csv": "muscle,view,line\nlongus,back,14 112;28 180\n",
        "figure_points.csv": """
        point,view,x,y
        longus_upper,back,30,170
        longus_lower,back,0,150
        brevis_tp1,back,30,120

        """,
        "learn_pages.csv": """
        id,title,short,keywords,shows,point_id,technique_ids,ways,note
        danger,Danger,Rarely.,red flags|doctor,warning_signs,,,locate,
        what,What it is,A sore spot.,lump|ball,point_map,longus_upper,press|ball,atlas|understand,

        """,
        "learn_claims.csv": """
        id,page,section,kind,belief,text,certainty,sources,number_status,note
        rare,danger,How rare,fact,,It is rare.,likely,book,from_memory,
        look,danger,How rare,do,,Look at it.,practice,own,estimate,
        sore,what,To feel,fact,,It hurts.,unsure,book|own,from_memory,Why
        tied,what,Often said,myth,It is tied.,Nothing is tied.,established,book,from_memory,

        """,
        "text_en.csv": "key,text\nhello,\"Hello {name}.\"\n",
    ]

    /// Loads the tables after one of them was changed, and gives back everything that was wrong.
    static func problems(_ file: String, _ edit: (String) -> String) -> [TableProblem] {
        var changed = files
        changed[file] = files[file].map(edit)
        return problems(changed)
    }

    static func problems(_ files: [String: String]) -> [TableProblem] {
        do {
            _ = try Atlas.load(files: files)
            return []
        } catch {
            return error.problems
        }
    }
}
